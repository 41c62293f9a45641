import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import type { Round } from "./nominations.ts";
import { Term } from "./Term.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** What a round asks, in the words of its rule and of the plan. */
export function RoundFacts({ round, dense, note = true }: { round: Round; dense?: boolean; note?: boolean }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const renewal = [
        t.renewal[round.renewal],
        round.max_terms > 0 && m.max_terms(round.max_terms),
        round.renewal === "continuing" && (round.survives_transfer ? m.survives : m.ends_with_transfer),
    ];
    return (
        <DefinitionList
            dense={dense}
            items={[
                [m.who_may, pair(round.rule.ja, round.rule.en) || m.everybody],
                [m.term, <Term key="term" round={round} />],
                [m.renewal, renewal.filter(Boolean).join("、")],
                [m.deadline, <Day key="day" iso={round.closes_on} />],
                [m.from_office, note && round.note && <span className="whitespace-pre-line">{round.note}</span>],
            ]}
        />
    );
}
