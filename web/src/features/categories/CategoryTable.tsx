import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Why } from "../../ui/Why.tsx";
import { words } from "./words.ts";

interface Props {
    axis: string;
    caption: string;
    rows: readonly Schema<"CategoryView">[];
    date: string;
}

export function CategoryTable({ axis, caption, rows, date }: Props) {
    const m = useWords(words);
    const pair = usePair();
    // biome-ignore lint/correctness/useExhaustiveDependencies: `pair` changes with the language, and so does `m`
    const columns = useMemo<Column<Schema<"CategoryView">>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 220,
                value: (row) => row.code,
                cell: (row) => (
                    <Link to={`/categories/${row.code}` as "."} className="link">
                        <Phrases>{pair(row.name, row.name_en)}</Phrases>
                    </Link>
                ),
            },
            { key: "people", head: m.people, numeric: true, value: (row) => row.people },
            { key: "primary", head: m.primary, numeric: true, width: 130, value: (row) => row.primary_people },
            { key: "rule", head: m.rule, width: 300, sortable: false, value: (row) => pair(row.sentence, row.sentence_en) },
            {
                key: "clause",
                head: m.clause,
                width: 270,
                sortable: false,
                value: (row) => row.clause,
                cell: (row) => (
                    <>
                        {row.clause} {row.confidence !== "certain" && <Badge tone="warn">{m.to_confirm}</Badge>}{" "}
                        <Why
                            about={pair(row.name, row.name_en)}
                            rule={pair(row.sentence, row.sentence_en)}
                            clause={row.clause}
                            on={date}
                            more={[
                                [m.written, <code key="rule">{row.rule}</code>],
                                [m.note, row.note],
                            ]}
                        />
                    </>
                ),
            },
        ],
        [m, date],
    );
    return (
        <DataTable
            name={`categories${axis}`}
            sortParam={`sort${axis}`}
            caption={caption}
            rows={rows}
            columns={columns}
            rowKey={({ code }) => code}
        />
    );
}
