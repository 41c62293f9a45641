import { useWords } from "../../i18n/words.ts";
import { type Case, gainOfCase } from "./cases.ts";
import { words as flow_words } from "./flow_words.ts";
import { words } from "./words.ts";

/** The three figures that a reader asks for first. */
export function CaseFigures({ shown }: { shown: Case }) {
    const m = useWords(words);
    const f = useWords(flow_words);
    const gain = gainOfCase(shown);
    const figures = [
        [m.saved_hours, gain ? f.hours_of(gain.saved) : "–"],
        [m.saved_yen, gain?.yen == null ? "–" : f.yen_short(gain.yen)],
        [m.adopted_by, m.sections(shown.adoptions)],
    ] as const;
    return (
        <dl className="mb-8 flex flex-wrap gap-x-10 gap-y-2 rounded-8 border border-line px-4 py-3 print:mb-2 print:py-0.5">
            {figures.map(([term, figure]) => (
                <div key={term} className="print:flex print:items-baseline print:gap-2">
                    <dt className="text-quiet text-sm print:text-[8pt]">{term}</dt>
                    <dd className="tabular text-std-22B-150 print:text-[11pt]">{figure}</dd>
                </div>
            ))}
        </dl>
    );
}
