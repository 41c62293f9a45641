import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { request_tones } from "./LicenceItem.tsx";
import { words } from "./licence_words.ts";
import { RequestMove } from "./RequestMove.tsx";

type Request = Schema<"LicenceRequest">;

export function RequestTable({ requests }: { requests: readonly Request[] }) {
    const m = useWords(words);
    const columns = useMemo<Column<Request>[]>(
        () => [
            {
                key: "name",
                head: m.person,
                width: 140,
                value: ({ name }) => name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            { key: "no", head: m.staff_no, width: 110, hidden: true, value: ({ staff_no }) => staff_no },
            {
                key: "unit",
                head: m.section,
                width: 170,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            { key: "place", head: m.order, numeric: true, width: 76, value: ({ place }) => place || null },
            {
                key: "status",
                head: m.state,
                width: 130,
                value: ({ status }) => m.status[status],
                cell: ({ status }) => <Badge tone={request_tones[status]}>{m.status[status]}</Badge>,
            },
            { key: "reason", head: m.reason, width: 200, value: ({ reason }) => reason },
            {
                key: "decided",
                head: m.decided,
                width: 180,
                value: ({ decided_at }) => decided_at,
                cell: (row) => (
                    <>
                        {row.decided_by} <Moment at={row.decided_at} />
                        {row.why && <span className="block text-quiet text-sm">{row.why}</span>}
                    </>
                ),
            },
            {
                key: "moves",
                head: m.moves,
                width: 130,
                sortable: false,
                value: () => null,
                cell: (row) =>
                    (row.status === "waiting" || row.status === "given") && (
                        <span className="no-print">
                            <RequestMove request={row} />
                        </span>
                    ),
            },
        ],
        [m],
    );
    return (
        <DataTable
            name="licence-requests"
            caption={m.caption}
            rows={requests}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
                <EmptyState title={m.nobody} icon="people">
                    {m.nobody_hint}
                </EmptyState>
            }
        />
    );
}
