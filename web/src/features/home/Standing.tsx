import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { terms } from "../skills/terms.ts";
import { words } from "./words.ts";

/** Categories, level, n of m, and for each missing skill the first course that closes it. */
export function Standing({ me, on }: { me: Schema<"Mine">; on: string }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Section
            title={m.now}
            action={
                <LinkButton size="small" look="quiet" to="/me">
                    {m.to_me}
                </LinkButton>
            }
        >
            <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1">
                {me.categories.map((one) => (
                    <li key={one.category}>
                        <span className={one.primary ? "font-bold" : ""}>{pair(one.name, one.name_en)}</span>{" "}
                        <Why
                            about={pair(one.name, one.name_en)}
                            rule={pair(one.reason, one.reason_en)}
                            clause={one.clause}
                            on={on}
                        />
                    </li>
                ))}
            </ul>
            <Level me={me} />
            {me.required > 0 ? (
                <Progress label={m.required} value={me.held} of={me.required} />
            ) : (
                <p className="text-quiet">{m.none_required}</p>
            )}
            {me.conditional_open > 0 && <p className="mt-2 text-quiet text-sm">{m.undecided(me.conditional_open)}</p>}
            {me.required > 0 && me.missing.length === 0 && <p className="mt-2">{m.all_held}</p>}
            {me.missing.length > 0 && (
                <>
                    <h3 className="mt-5 mb-1 font-bold">{m.missing}</h3>
                    <ul className="text-table">
                        {me.missing.map((one) => (
                            <Missing key={one.skill} missing={one} />
                        ))}
                    </ul>
                </>
            )}
        </Section>
    );
}

function Level({ me }: { me: Schema<"Mine"> }) {
    const m = useWords(words);
    if (me.level_name === null && me.next_level_name === null) return null;
    const next =
        me.next_level_name === null
            ? null
            : me.next_needed > 0 && me.next_done >= me.next_needed
              ? m.next_level_all(me.next_level_name)
              : m.next_level(me.next_level_name, me.next_done, me.next_needed);
    return (
        <p className="mb-3 flex flex-wrap gap-x-3">
            {me.level_name === null ? <span className="text-quiet">{m.level_none}</span> : <strong>{me.level_name}</strong>}
            {next && <span>{next}</span>}
        </p>
    );
}

function Missing({ missing }: { missing: Schema<"MissingSkill"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    return (
        <li className="flex flex-wrap items-baseline gap-x-2 border-line border-b py-2">
            <Link to="/me" className="link">
                {pair(missing.name, missing.name_en)}
            </Link>
            {missing.course_name ? (
                <span>
                    {m.closes} {missing.course_name}
                </span>
            ) : (
                <span className="text-quiet text-sm">{m.no_course}</span>
            )}
            {missing.course_name && missing.reachable_from !== "both" && (
                <Badge tone="info">{missing.reachable_from === "internet" ? t.internet_only : t.lgwan_only}</Badge>
            )}
        </li>
    );
}
