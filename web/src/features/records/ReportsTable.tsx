import { useMemo } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { ReportDialog } from "./ReportDialog.tsx";
import type { Report } from "./work.ts";
import { words } from "./work_words.ts";

interface Props {
    reports: readonly Report[];
    /** All of them are one's own: whose they are goes without saying. */
    own: boolean;
    onChange: (report: Report) => void;
}

/** Reports that have come in, what nobody has read first. */
export function ReportsTable({ reports, own, onChange }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const [{ report }, setFilters] = useFilters(["report"]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: setting a filter only navigates
    const columns = useMemo<Column<Report>[]>(
        () => [
            {
                key: "title",
                head: m.about,
                width: 240,
                value: (row) => pair(row.title, row.title_en),
                cell: (row) => (
                    <button
                        type="button"
                        className="link cursor-pointer text-left"
                        onClick={() => setFilters({ report: String(row.id) })}
                    >
                        {pair(row.title, row.title_en)}
                    </button>
                ),
            },
            {
                key: "name",
                head: m.name,
                width: 130,
                value: ({ name }) => name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            { key: "unit", head: m.section, width: 120, value: ({ unit_name }) => unit_name },
            { key: "change", head: m.changed, width: 240, value: ({ change }) => change },
            {
                key: "at",
                head: m.at,
                width: 164,
                value: ({ submitted_at }) => submitted_at,
                cell: (row) => <Moment at={row.submitted_at} />,
            },
            {
                key: "read",
                head: m.read,
                width: 110,
                value: ({ read_at }) => read_at,
                cell: (row) => (row.read_at ? row.read_by : <Badge tone="info">{m.unread}</Badge>),
            },
        ],
        [m, pair],
    );
    const of_own = useMemo(() => columns.filter(({ key }) => key !== "name" && key !== "unit"), [columns]);
    const shown = reports.find(({ id }) => String(id) === report);
    const sorted = reports.toSorted((a, b) => Number(a.read_at !== null) - Number(b.read_at !== null));
    return (
        <>
            <DataTable
                name="reports"
                sortParam="reports_sort"
                caption={m.reports_title}
                rows={sorted}
                columns={own ? of_own : columns}
                rowKey={({ id }) => id}
                empty={
                    <EmptyState title={m.no_reports} icon="check">
                        {m.no_reports_hint}
                    </EmptyState>
                }
            />
            {shown && (
                <ReportDialog
                    report={shown}
                    onClose={() => setFilters({ report: "" })}
                    onChange={() => {
                        setFilters({ report: "" });
                        onChange(shown);
                    }}
                />
            )}
        </>
    );
}
