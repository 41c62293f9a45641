import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./words.ts";

type Refused = Schema<"RefusedCell">;
type Good = Schema<"PriorRow">;

/** What the table holds: every cell that cannot be taken with its reason, else the people it certifies. */
export function PriorReport({ report }: { report: Schema<"PriorReport"> }) {
    const m = useWords(words);
    const pair = usePair();
    const refused = useMemo<Column<Refused>[]>(
        () => [
            { key: "line", head: m.line, width: 80, value: ({ line }) => line },
            { key: "column", head: m.column, width: 130, value: ({ column }) => column },
            { key: "value", head: m.value, width: 180, value: ({ value }) => value || m.empty_value },
            { key: "reason", head: m.reason, width: 360, value: ({ reason, reason_en }) => pair(reason, reason_en) },
        ],
        [m, pair],
    );
    const good = useMemo<Column<Good>[]>(
        () => [
            { key: "name", head: m.name, width: 160, value: ({ name }) => name },
            { key: "no", head: m.staff_no, width: 110, value: ({ staff_no }) => staff_no },
            {
                key: "day",
                head: m.certified_on,
                width: 140,
                value: ({ certified_on }) => certified_on,
                cell: ({ certified_on }) => <Day iso={certified_on} />,
            },
            { key: "basis", head: m.basis, width: 320, value: ({ basis }) => basis },
        ],
        [m],
    );
    if (report.refused.length > 0)
        return (
            <>
                <div className="mb-4">
                    <Notice tone="bad" title={m.prior_bad(report.refused.length)} live>
                        {m.prior_bad_hint}
                    </Notice>
                </div>
                <DataTable
                    name="prior-refused"
                    sortParam="prior_refused_sort"
                    caption={m.refused_caption}
                    rows={report.refused}
                    columns={refused}
                    rowKey={({ line, column, reason }) => `${line} ${column} ${reason}`}
                />
            </>
        );
    return (
        <>
            <div className="mb-4">
                <Notice tone="good" title={m.prior_good(report.rows.length)} live />
            </div>
            <DataTable
                name="prior-good"
                sortParam="prior_sort"
                caption={m.good_caption}
                rows={report.rows}
                columns={good}
                rowKey={({ line }) => line}
            />
        </>
    );
}
