import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./words.ts";

type Count = Schema<"CategoryChangeCount">;

/** Each category before and after; its name narrows the list of people below. */
export function ChangeCounts({ categories }: { categories: readonly Count[] }) {
    const m = useWords(words);
    const pair = usePair();
    // biome-ignore lint/correctness/useExhaustiveDependencies: `pair` changes with the language, and so does `m`
    const columns = useMemo<Column<Count>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 180,
                value: (row) => pair(row.name, row.name_en),
                cell: (row) => (
                    <Link to="." search={(before) => ({ ...before, category: row.code })} resetScroll={false} className="link">
                        <Phrases>{pair(row.name, row.name_en)}</Phrases>
                    </Link>
                ),
            },
            { key: "before", head: m.changes_before, numeric: true, width: 104, value: (row) => row.before },
            { key: "entered", head: m.move.entered, numeric: true, width: 104, value: (row) => row.entered },
            { key: "left", head: m.move.left, numeric: true, width: 104, value: (row) => row.left },
            { key: "after", head: m.changes_after, numeric: true, width: 104, value: (row) => row.after },
        ],
        [m],
    );
    return (
        <DataTable
            name="change-counts"
            sortParam="order"
            caption={m.changes_counts}
            rows={categories}
            columns={columns}
            rowKey={({ code }) => code}
        />
    );
}
