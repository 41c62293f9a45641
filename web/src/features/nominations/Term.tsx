import { lastDay } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Period } from "../../ui/Day.tsx";
import type { Round } from "./nominations.ts";
import { words } from "./words.ts";

/** From the first to the last day in the role. */
export function Term({ round }: { round: Pick<Round, "term_from" | "term_until"> }) {
    const m = useWords(words);
    return (
        <>
            <Period from={round.term_from} until={lastDay(round.term_until)} />
            {round.term_until === null && <span className="text-quiet"> ({m.no_term_end})</span>}
        </>
    );
}
