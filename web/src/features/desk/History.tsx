import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { words } from "./consultation_words.ts";
import { terms } from "./terms.ts";

type Step = Schema<"ConsultationStep">;

/** What happened to it, step by step: who, when and why. */
export function History({ steps }: { steps: readonly Step[] }) {
    const m = useWords(words);
    return (
        <details className="mb-10">
            <summary className="cursor-pointer py-2 font-bold">{m.history(steps.length)}</summary>
            <ol>
                {steps.map((step) => (
                    <Entry key={step.seq} step={step} />
                ))}
            </ol>
        </details>
    );
}

function Entry({ step }: { step: Step }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const says = {
        stage: step.stage ? t.stage[step.stage] : "",
        to: step.to,
        day: step.day ? shortDate(step.day, language) : "",
    };
    return (
        <li className="border-line border-b py-2 text-table">
            <p className="text-quiet text-sm">
                <Moment at={step.at} /> {step.by || m.by_rule}
            </p>
            <p>{m.steps[step.kind](says)}</p>
            {step.routed_by && step.routed_by !== "owner" && <p className="text-quiet">{m.routed_by[step.routed_by]}</p>}
            {step.note && <p className="typed text-quiet">{step.note}</p>}
        </li>
    );
}
