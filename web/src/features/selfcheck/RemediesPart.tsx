import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day, Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import type { Remedy } from "./answers.ts";
import { ChoiceMark } from "./ChoiceMark.tsx";
import { RemedyMoves } from "./RemedyMoves.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Status = Schema<"RemedyStatus">;

/** What is still to be improved, the nearest day first. */
export function RemediesPart({ check }: { check?: number }) {
    const m = useWords(words);
    const t = useWords(terms);
    const [{ remedies }] = useFilters(["remedies"]);
    const query = api.useQuery("get", "/selfcheck-remedies", {
        params: {
            query: {
                check,
                status: remedies === "open" || remedies === "done" ? (remedies as Status) : undefined,
                overdue: remedies === "overdue" ? true : undefined,
            },
        },
    });
    return (
        <>
            <FilterBar
                filters={[
                    {
                        name: "remedies",
                        label: m.which,
                        options: [
                            { value: "open", label: t.remedy.open },
                            { value: "overdue", label: m.only_overdue },
                            { value: "done", label: t.remedy.done },
                        ],
                    },
                ]}
            />
            <Ask query={query}>
                {(found) =>
                    found.remedies.length === 0 ? (
                        <EmptyState title={m.remedies_none} icon="check">
                            {m.remedies_none_hint}
                        </EmptyState>
                    ) : (
                        <>
                            <p role="status" className="mb-2 tabular">
                                {m.remedies_lead(found.open, found.overdue, found.done)}
                            </p>
                            <ul>
                                {found.remedies.map((remedy) => (
                                    <OneRemedy key={remedy.id} remedy={remedy} />
                                ))}
                            </ul>
                        </>
                    )
                }
            </Ask>
        </>
    );
}

function OneRemedy({ remedy }: { remedy: Remedy }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    return (
        <li className="keep-together border-line border-b py-3 first:border-t">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                <div className="min-w-0 flex-1 basis-72">
                    <p className="font-bold">{remedy.what}</p>
                    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm">
                        <span className="text-quiet">
                            <Phrases>{remedy.unit_name}</Phrases>
                        </span>
                        <span>
                            {m.who}: {remedy.who}
                        </span>
                        <span>
                            {m.due}: <Day iso={remedy.due} />
                        </span>
                        {remedy.overdue && <Badge tone="bad">{m.overdue}</Badge>}
                        <Badge tone={remedy.status === "done" ? "good" : "info"}>{t.remedy[remedy.status]}</Badge>
                    </p>
                    <p className="text-sm">
                        <ChoiceMark choice={remedy.answer} /> {pair(remedy.item_text, remedy.item_text_en)}
                    </p>
                    {remedy.result && <p>{remedy.result}</p>}
                    {remedy.steps.length > 1 && (
                        <details className="no-print text-sm">
                            <summary className="inline-block cursor-pointer text-primary underline underline-offset-4">
                                {m.steps}
                            </summary>
                            <ol>
                                {remedy.steps.map(({ kind, at, by, note }) => (
                                    <li key={at}>
                                        <Moment at={at} /> {t.step[kind]} {by}
                                        {note && <span className="block whitespace-pre-line text-quiet">{note}</span>}
                                    </li>
                                ))}
                            </ol>
                        </details>
                    )}
                </div>
                <RemedyMoves remedy={remedy} />
            </div>
        </li>
    );
}
