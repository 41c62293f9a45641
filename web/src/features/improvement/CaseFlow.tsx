import { usePair, useWords } from "../../i18n/words.ts";
import { type Case, gainOfCase } from "./cases.ts";
import { FlowTable } from "./FlowTable.tsx";
import { words } from "./flow_words.ts";
import { GainLine } from "./GainLine.tsx";

/** The work before and after, side by side, and what a year of it saves. */
export function CaseFlow({ shown: { effect, stage } }: { shown: Case }) {
    const m = useWords(words);
    const pair = usePair();
    const gain = gainOfCase({ effect });
    if (!gain) return <p className="text-quiet">{m.none}</p>;
    return (
        <section aria-label={m.title} className="grid grid-cols-1 gap-3 print:gap-1">
            <div className="grid grid-cols-1 items-start gap-4 desk:grid-cols-2 print:grid-cols-2 print:gap-3">
                <FlowTable title={m.before} steps={effect.before} />
                <FlowTable title={m.after} steps={effect.after} />
            </div>
            <GainLine
                gain={gain}
                hourly={effect.hourly}
                ahead={stage !== "effect" && stage !== "spread"}
                formula={pair(effect.formula, effect.formula_en)}
                frozen_at={effect.frozen_at}
            />
        </section>
    );
}
