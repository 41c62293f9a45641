import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { words } from "./adviser_words.ts";
import type { Engagement, Scheme } from "./desk.ts";
import { EngagementSheet } from "./EngagementSheet.tsx";
import { EngagementState, QuotaText } from "./Quota.tsx";

interface Props {
    engagements: readonly Engagement[];
    schemes: readonly Scheme[];
}

/** Who came from outside, for what, how far it is, and when the report is due. */
export function EngagementsTable({ engagements, schemes }: Props) {
    const m = useWords(words);
    const [{ engagement }, setFilters] = useFilters(["engagement"]);
    const columns = useColumns((id) => setFilters({ engagement: String(id) }));
    const shown = engagements.find(({ id }) => String(id) === engagement);
    return (
        <>
            <DataTable
                name="desk-engagements"
                caption={m.engagements}
                rows={engagements}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ adviser }) => adviser}
                empty={
                    <EmptyState title={m.none} icon="people">
                        {m.none_hint}
                    </EmptyState>
                }
            />
            {shown && <EngagementSheet engagement={shown} schemes={schemes} onClose={() => setFilters({ engagement: "" })} />}
        </>
    );
}

function useColumns(open: (id: number) => void) {
    const m = useWords(words);
    const pair = usePair();
    // biome-ignore lint/correctness/useExhaustiveDependencies: opening only navigates
    return useMemo<Column<Engagement>[]>(
        () => [
            {
                key: "adviser",
                head: m.adviser,
                width: 200,
                value: ({ adviser }) => adviser,
                cell: (row) => (
                    <>
                        <button type="button" className="link cursor-pointer text-left" onClick={() => open(row.id)}>
                            {row.adviser}
                        </button>
                        <span className="block text-quiet text-sm">
                            {[row.affiliation, row.expertise].filter(Boolean).join(" · ")}
                        </span>
                    </>
                ),
            },
            { key: "scheme", head: m.scheme, width: 170, value: (row) => pair(row.scheme_name, row.scheme_name_en) },
            {
                key: "for",
                head: m.purpose,
                width: 224,
                value: ({ purpose }) => purpose,
                cell: ({ consultation, purpose }) => (
                    <>
                        {purpose}
                        {consultation && (
                            <Link to={`/desk/${consultation.id}` as "."} className="link block text-sm">
                                {consultation.title}
                            </Link>
                        )}
                    </>
                ),
            },
            {
                key: "days",
                head: m.days_used,
                width: 150,
                value: ({ used_days }) => used_days,
                cell: (row) => <QuotaText engagement={row} />,
            },
            {
                key: "status",
                head: m.state,
                width: 104,
                value: ({ status }) => status,
                cell: (row) => <EngagementState engagement={row} />,
            },
            {
                key: "report",
                head: m.report_due,
                width: 150,
                value: ({ report_due_on }) => report_due_on,
                cell: (row) =>
                    row.reported_on ? (
                        <span className="text-quiet">
                            {m.reported} <Day iso={row.reported_on} />
                        </span>
                    ) : (
                        <>
                            <Day iso={row.report_due_on} /> {row.overdue && <Badge tone="bad">{m.overdue}</Badge>}
                        </>
                    ),
            },
        ],
        [m, pair],
    );
}
