import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Status } from "./runs.ts";
import { terms } from "./terms.ts";

const tones = {
    applied: "info",
    accepted: "good",
    waiting: "warn",
    declined: "plain",
    withdrawn: "plain",
    lapsed: "plain",
    completed: "good",
    not_completed: "bad",
} as const;

/** Where an application stands, in words. */
export function SeatState({ status, place = 0 }: { status: Status; place?: number }) {
    const t = useWords(terms);
    return <Badge tone={tones[status]}>{status === "waiting" && place > 0 ? t.waiting_at(place) : t.enrolment[status]}</Badge>;
}
