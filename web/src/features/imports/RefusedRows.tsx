import { type ReactNode, useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./words.ts";

type Report = Pick<Schema<"RowReport">, "line" | "staff_no" | "name" | "problems">;
type RefusedRow = Schema<"RowProblem"> & { row: Report; at: number };

/** What keeps rows out: where it stands, the value as given, why, and what to do. One line a problem. */
export function RefusedRows({ rows, empty }: { rows: readonly Report[]; empty?: ReactNode }) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo(() => refusedColumns(m, pair), [m, pair]);
    const problems = rows.flatMap((row) =>
        row.problems.filter(({ refuses }) => refuses).map((problem, at) => ({ ...problem, row, at })),
    );
    return (
        <DataTable
            name="import-refused"
            sortParam="import_refused_sort"
            caption={m.counts.refused}
            rows={problems}
            columns={columns}
            rowKey={({ row, at }) => `${row.line} ${at}`}
            empty={empty}
        />
    );
}

function refusedColumns(m: ReturnType<typeof words.ja>, pair: (ja: string, en: string) => string): Column<RefusedRow>[] {
    return [
        {
            key: "line",
            head: m.line,
            width: 84,
            value: ({ row }) => row.line,
            cell: ({ row }) => <span className="tabular">{row.line}</span>,
        },
        { key: "no", head: m.no, width: 124, value: ({ row }) => row.staff_no },
        { key: "name", head: m.name, width: 116, value: ({ row }) => row.name },
        { key: "column", head: m.column, width: 108, value: ({ column }) => column },
        { key: "value", head: m.value, width: 108, value: ({ value }) => value || m.empty_value },
        { key: "reason", head: m.reason, width: 232, value: ({ problem, problem_en }) => pair(problem, problem_en) },
        { key: "remedy", head: m.remedy, width: 232, value: ({ remedy, remedy_en }) => pair(remedy, remedy_en) },
    ];
}
