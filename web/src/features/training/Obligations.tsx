import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { ValidUntil } from "./ValidUntil.tsx";
import { words } from "./words.ts";

/** What the year asks of the person, by when and why; done ones stand last. */
export function Obligations({ obligations }: { obligations: readonly Schema<"Obligation">[] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Section title={m.obligations} lead={m.obligations_lead}>
            {obligations.length === 0 && <p className="text-quiet">{m.no_obligations}</p>}
            <ul>
                {obligations.map((one) => {
                    const name = pair(one.course_name, one.course_name_en);
                    return (
                        <li
                            key={one.course}
                            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2 first:border-t"
                        >
                            <span className="min-w-0 flex-1 basis-64">
                                <Link to="/training/courses/$code" params={{ code: one.course }} className="link font-bold">
                                    {name}
                                </Link>
                                <span className="block text-quiet text-sm">
                                    {pair(one.reason, one.reason_en)}{" "}
                                    <Why about={name} rule={pair(one.reason, one.reason_en)} clause={one.clause} />
                                </span>
                            </span>
                            {one.done ? (
                                <span className="flex items-center gap-1">
                                    <Icon name="check" className="text-good" />
                                    {m.completed} <Day iso={one.completed_on} />
                                    {one.valid_until && <ValidUntil first_day_without={one.valid_until} />}
                                </span>
                            ) : (
                                <span>
                                    {one.overdue && <Badge tone="bad">{m.overdue}</Badge>} {m.due} <Day iso={one.due} />
                                </span>
                            )}
                        </li>
                    );
                })}
            </ul>
        </Section>
    );
}
