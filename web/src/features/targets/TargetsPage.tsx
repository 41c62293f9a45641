import { use } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Trend } from "../../ui/chart/Trend.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { Cohorts } from "./Cohorts.tsx";
import { OpenedTarget } from "./OpenedTarget.tsx";
import { Snapshots } from "./Snapshots.tsx";
import type { Target } from "./TargetRow.tsx";
import { words } from "./words.ts";

/** The year's targets first, then each level over the years. */
export function TargetsPage() {
    const m = useWords(words);
    const { on, fiscal_year } = useAsOf();
    const query = api.useQuery("get", "/targets", { params: { query: { on } } });
    return (
        <Ask query={query} lines={8}>
            {({ rows }) => {
                const now = rows.filter((row) => row.fiscal_year === fiscal_year);
                const met = now.filter(({ actual, target }) => actual !== null && actual >= target).length;
                return (
                    <>
                        <PageHead title={m.title}>{now.length === 0 ? m.lead_none : m.lead(met, now.length)}</PageHead>
                        {rows.length === 0 ? (
                            <EmptyState
                                title={m.none}
                                icon="target"
                                action={<LinkButton to={"/plan" as "."}>{m.to_plan}</LinkButton>}
                            >
                                {m.none_hint}
                            </EmptyState>
                        ) : (
                            <Rows rows={rows} now={now} year={fiscal_year} />
                        )}
                        <Cohorts />
                    </>
                );
            }}
        </Ask>
    );
}

function Rows({ rows, now, year }: { rows: readonly Target[]; now: readonly Target[]; year: number }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const levels = [...new Map(rows.map((row) => [row.level, row])).values()];
    return (
        <>
            {now.length > 0 && (
                <Section title={m.now(fiscalYear(year, language, true))}>
                    <div className="max-w-3xl">
                        {now.map((row) => (
                            <OpenedTarget key={row.level} row={row} />
                        ))}
                    </div>
                </Section>
            )}
            <Snapshots />
            <Section title={m.all_years} lead={m.legend}>
                <div className="grid gap-8 desk:grid-cols-2">
                    {levels.map((level) => {
                        const name = pair(level.level_name, level.level_name_en);
                        return (
                            <Trend
                                key={level.level}
                                title={name}
                                says={m.says(name)}
                                head={[m.year, m.actual, m.target]}
                                points={rows
                                    .filter((row) => row.level === level.level)
                                    .toSorted((a, b) => a.fiscal_year - b.fiscal_year)
                                    .map((row) => ({
                                        label: fiscalYear(row.fiscal_year, language),
                                        value: row.actual,
                                        target: row.target,
                                    }))}
                            />
                        );
                    })}
                </div>
            </Section>
        </>
    );
}
