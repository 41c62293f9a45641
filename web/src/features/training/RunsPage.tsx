import { Link } from "@tanstack/react-router";
import { use, useMemo } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { words } from "./office_words.ts";
import { RunState } from "./RunState.tsx";
import { nameOf, type Run } from "./runs.ts";
import { TrainingNav } from "./TrainingNav.tsx";
import { terms } from "./terms.ts";

const statuses = ["draft", "open", "closed", "cancelled"] as const satisfies readonly Run["status"][];

/** 開催: the runs of the year, by their first session. */
export function RunsPage() {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { fiscal_year } = useAsOf();
    const manages = useMay("training_manage");
    const [{ course, status }] = useFilters(["course", "status"]);
    const runs = api.useQuery("get", "/runs", {
        params: {
            query: { fiscal_year, course: course || undefined, status: (status || undefined) as Run["status"] | undefined },
        },
    });
    const courses = api.useQuery("get", "/courses").data?.courses ?? [];
    return (
        <>
            <TrainingNav />
            <PageHead
                title={m.runs_title(fiscalYear(fiscal_year, language))}
                action={
                    manages && (
                        <LinkButton to="/training/runs/new" look="primary">
                            {m.add}
                        </LinkButton>
                    )
                }
            >
                {runs.data &&
                    m.runs_lead(
                        runs.data.runs.length,
                        runs.data.runs.reduce((sum, run) => sum + run.seated, 0),
                    )}
            </PageHead>
            <FilterBar
                filters={[
                    {
                        name: "course",
                        label: m.course,
                        options: courses.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) })),
                    },
                    { name: "status", label: m.state, options: statuses.map((value) => ({ value, label: t.run[value] })) },
                ]}
            />
            <Ask query={runs}>{(found) => <RunTable runs={found.runs} narrowed={course !== "" || status !== ""} />}</Ask>
        </>
    );
}

function RunTable({ runs, narrowed }: { runs: readonly Run[]; narrowed: boolean }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const columns = useMemo<Column<Run>[]>(
        () => [
            {
                key: "course",
                head: m.run,
                width: 280,
                value: (run) => pair(run.course_name, run.course_name_en),
                cell: (run) => (
                    <Link to="/training/runs/$run" params={{ run: String(run.id) }} className="link">
                        {nameOf(run, pair)}
                    </Link>
                ),
            },
            {
                key: "first",
                head: m.first_day,
                width: 136,
                value: (run) => run.sessions[0]?.starts_at ?? null,
                cell: (run) => <Day iso={run.sessions[0]?.starts_at.slice(0, 10)} />,
            },
            {
                key: "status",
                head: m.state,
                width: 116,
                value: ({ status }) => t.run[status],
                cell: ({ status }) => <RunState status={status} />,
            },
            {
                key: "until",
                head: m.apply_until,
                width: 150,
                hidden: true,
                value: (run) => run.apply_until,
                cell: (run) => <Day iso={run.apply_until} />,
            },
            { key: "capacity", head: m.capacity, numeric: true, width: 80, value: ({ capacity }) => capacity },
            { key: "applied", head: m.applied, numeric: true, width: 112, value: ({ applied }) => applied },
            { key: "seated", head: m.seated, numeric: true, width: 112, value: ({ seated }) => seated },
            { key: "waiting", head: m.waiting, numeric: true, width: 84, value: ({ waiting }) => waiting },
            { key: "completed", head: m.completed, numeric: true, width: 88, value: ({ completed }) => completed },
        ],
        [m, t, pair],
    );
    return (
        <DataTable
            name="runs"
            caption={m.runs_caption}
            rows={runs}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
                narrowed ? undefined : (
                    <EmptyState title={m.no_runs} icon="calendar">
                        {m.no_runs_hint}
                    </EmptyState>
                )
            }
        />
    );
}
