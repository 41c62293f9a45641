import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./words.ts";

type Row = Schema<"Difference">;

/** Who is counted now and was not, or the other way, each with what was recorded since. */
export function DifferenceTable({ differences }: { differences: readonly Row[] }) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Row & { at: number }>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 170,
                value: ({ name }) => name,
                cell: ({ staff, name }) => (staff === null ? m.hidden_person : <PersonLink id={staff}>{name}</PersonLink>),
            },
            {
                key: "unit",
                head: m.section,
                width: 220,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            { key: "level", head: m.level, width: 110, value: (row) => pair(row.level_name, row.level_name_en) },
            {
                key: "change",
                head: m.difference,
                width: 140,
                value: ({ counted_now }) => (counted_now ? m.counted_now : m.not_counted_now),
            },
            { key: "reason", head: m.reason, width: 380, value: ({ reason, reason_en }) => pair(reason, reason_en) },
        ],
        [m, pair],
    );
    const rows = useMemo(() => differences.map((row, at) => ({ ...row, at })), [differences]);
    return (
        <DataTable name="snapshot-differences" caption={m.differences} rows={rows} columns={columns} rowKey={({ at }) => at} />
    );
}
