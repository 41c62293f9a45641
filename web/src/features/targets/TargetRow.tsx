import { Link } from "@tanstack/react-router";
import { type ReactNode, use } from "react";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { Why } from "../../ui/Why.tsx";
import { words } from "./words.ts";

export type Target = Schema<"TargetActual">;

/** One target: reached of wanted, what is on the way, and the rule that counts. */
export function TargetRow({ row, action }: { row: Target; action?: ReactNode }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const certifies = useMay("level_certify");
    const label = pair(row.level_name, row.level_name_en);
    const year = fiscalYear(row.fiscal_year, language);
    const left = row.actual === null ? null : row.target - row.actual;
    const said = left === null ? m.to_come : row.target === 0 ? m.none_wanted : left > 0 ? m.reach(left) : m.reached;
    return (
        <article className="keep-together border-line border-b py-4">
            {row.actual === null ? (
                <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <strong>{label}</strong>
                    <span className="tabular">
                        {m.target} <strong className="text-std-20B-150">{number(row.target)}</strong>
                        {m.people}
                    </span>
                </p>
            ) : (
                <Progress label={label} value={row.actual} of={row.target} forecast={row.forecast ?? undefined} unit={m.people} />
            )}
            <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-table">
                <span className="font-bold">{said}</span>
                {row.ready > 0 && (
                    <span>
                        {m.ready(row.ready)}{" "}
                        {certifies && (
                            <Link to={`/levels?level=${encodeURIComponent(row.level)}` as "."} className="link no-print">
                                {m.to_levels}
                            </Link>
                        )}
                    </span>
                )}
                {action}
            </p>
            <p className="mt-1 text-quiet text-table">
                {pair(row.rule, row.rule_en)} <span className="whitespace-nowrap">({row.clause})</span>{" "}
                {row.confidence !== "certain" && <Badge tone="warn">{m.confidence}</Badge>}{" "}
                <Why
                    about={`${label} ${year}`}
                    rule={pair(row.rule, row.rule_en)}
                    clause={row.clause}
                    on={row.actual === null ? null : row.counted_on}
                    more={[
                        [m.assumption, row.forecast === null ? null : pair(row.assumption, row.assumption_en)],
                        [m.note, row.note],
                    ]}
                />
            </p>
        </article>
    );
}
