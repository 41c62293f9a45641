import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { number, percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Why } from "../../ui/Why.tsx";
import { words } from "./board_words.ts";
import { Spent } from "./States.tsx";
import { terms } from "./terms.ts";

type Row = Schema<"SubjectFigures">;

/** The year at the desk: how many asked, how soon they were answered, what came of it. */
export function Figures() {
    const { fiscal_year } = useAsOf();
    const query = api.useQuery("get", "/desk/figures", { params: { query: { fiscal_year } } });
    return (
        <Ask query={query} lines={8}>
            {(found) => <Found figures={found} />}
        </Ask>
    );
}

function Found({ figures }: { figures: Schema<"DeskFigures"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    if (figures.asked === 0 && figures.open === 0)
        return (
            <EmptyState title={m.no_figures} icon="log">
                {m.no_figures_hint}
            </EmptyState>
        );
    const days = (n: number | null) => (n === null ? m.not_yet : m.median(n));
    return (
        <>
            <div className="mb-10 grid gap-x-10 gap-y-6 desk:grid-cols-2">
                <DefinitionList
                    items={[
                        [m.asked_in_year, m.count(figures.asked)],
                        [m.finished_in_year, m.count(figures.finished)],
                        [
                            m.first_answer,
                            <span key="answer">
                                {days(figures.answer_days)} <Why about={m.first_answer} rule={m.answer_rule} />
                            </span>,
                        ],
                        [
                            m.to_the_end,
                            <span key="finish">
                                {days(figures.finish_days)} <Why about={m.to_the_end} rule={m.finish_rule} />
                            </span>,
                        ],
                        [m.time_spent, <Spent key="spent" minutes={figures.minutes} />],
                        [m.saved, m.hours_a_year(figures.saved_hours)],
                        [m.published, m.count(figures.published)],
                    ]}
                />
                <div>
                    <Progress label={m.in_time} value={figures.answered_in_time} of={figures.answered} unit={m.unit} />
                    <p className="mt-1 text-quiet text-sm">{m.in_time_hint}</p>
                    {figures.outcomes.length > 0 && (
                        <div className="mt-6">
                            <h3 className="mb-1 font-bold">{m.outcomes}</h3>
                            <DefinitionList
                                dense
                                items={figures.outcomes.map(({ outcome, count, saved_hours }) => [
                                    t.outcome[outcome],
                                    <span key={outcome} className="tabular">
                                        {m.count(count)} ({percent(count, figures.finished)})
                                        {saved_hours > 0 && <> · {m.hours_a_year(saved_hours)}</>}
                                    </span>,
                                ])}
                            />
                        </div>
                    )}
                </div>
            </div>
            <Section title={m.by_subject}>
                <BySubject subjects={figures.subjects} />
            </Section>
        </>
    );
}

function BySubject({ subjects }: { subjects: readonly Row[] }) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Row>[]>(() => {
        const figure = (key: "asked" | "finished" | "withdrawn", head: string): Column<Row> => ({
            key,
            head,
            numeric: true,
            width: 110,
            value: (row) => row[key],
            cell: (row) => number(row[key]),
        });
        return [
            { key: "name", head: m.subject, value: (row) => pair(row.name, row.name_en) },
            figure("asked", m.asked),
            {
                key: "open",
                head: m.open,
                numeric: true,
                width: 96,
                value: (row) => row.reception + row.analysis + row.budget + row.design + row.build + row.effect,
            },
            figure("finished", m.finished),
            figure("withdrawn", m.withdrawn),
            {
                key: "answer",
                head: m.first_answer,
                numeric: true,
                width: 150,
                value: ({ answer_days }) => answer_days,
                cell: ({ answer_days }) => (answer_days === null ? "–" : m.days(answer_days)),
            },
            {
                key: "minutes",
                head: m.time_spent,
                numeric: true,
                width: 120,
                value: ({ minutes }) => minutes,
                cell: ({ minutes }) => <Spent minutes={minutes} />,
            },
        ];
    }, [m, pair]);
    return (
        <DataTable
            name="desk-subject-figures"
            sortParam="figures_sort"
            caption={m.by_subject}
            rows={subjects}
            columns={columns}
            rowKey={({ subject }) => subject}
        />
    );
}
