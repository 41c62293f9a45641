import { useWords } from "../../i18n/words.ts";
import { type Run, seatsLeft } from "./runs.ts";
import { words } from "./words.ts";

/** 「空き 12」, or how many wait once there is none. */
export function Seats({ run }: { run: Pick<Run, "capacity" | "seated" | "waiting"> }) {
    const m = useWords(words);
    const left = seatsLeft(run);
    if (left === null) return m.no_limit;
    return left > 0 ? m.seats_left(left) : m.full(run.waiting);
}
