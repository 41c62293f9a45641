import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { depthsOf } from "./depths.ts";
import { words } from "./words.ts";

type Step = Schema<"TrailStep">;

// One step of the chain, as deep as indentation still helps.
const indents = ["", "ml-5", "ml-10", "ml-15", "ml-20"];

/** What a thing was made from and what came of it; nothing where it stands alone. */
export function Trail({ kind, id }: { kind: Schema<"TrailBegin">; id: number }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/trail", { params: { query: { kind, id } } });
    const steps = query.data?.steps ?? [];
    if (steps.length < 2) return null;
    const depths = depthsOf(steps);
    return (
        <div className="no-print">
            <Section title={m.title} lead={m.lead}>
                <ol>
                    {steps.map((step, index) => (
                        <li key={`${step.kind} ${step.id}`} className={classes("py-1", indents[Math.min(depths[index] ?? 0, 4)])}>
                            <One step={step} />
                        </li>
                    ))}
                </ol>
            </Section>
        </div>
    );
}

function One({ step }: { step: Step }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <p
            aria-current={step.here || undefined}
            className="flex flex-wrap items-baseline gap-x-3 border-line-strong border-l-4 pl-3"
        >
            <Badge tone={step.here ? "info" : "plain"}>{m.kind[step.kind]}</Badge>
            {step.here ? (
                <strong>
                    {step.title}
                    <span className="sr-only"> ({m.here})</span>
                </strong>
            ) : (
                <Link to={step.url as "."} className="link">
                    {step.title}
                </Link>
            )}
            <span className="text-quiet text-sm">
                {[step.detail, pair(step.state, step.state_en)].filter(Boolean).join(" · ")} <Day iso={step.on} />
            </span>
        </p>
    );
}
