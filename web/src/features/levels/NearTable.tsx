import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { personColumns } from "./columns.tsx";
import { type Candidate, nearby } from "./level.ts";
import { words } from "./words.ts";

/** Who has half of the courses or more, and what is left: they cannot be chosen yet. */
export function NearTable({ found, name }: { found: Schema<"Candidates">; name: string }) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Candidate>[]>(
        () => [
            ...personColumns(m),
            {
                key: "done",
                head: m.done,
                numeric: true,
                width: 90,
                value: (row) => completed(row) / (completed(row) + row.missing.length),
                cell: (row) => `${completed(row)} / ${completed(row) + row.missing.length}`,
            },
            {
                key: "missing",
                head: m.missing,
                width: 400,
                value: ({ missing }) => missing.length,
                cell: ({ missing }) => (
                    <ul>
                        {missing.map((course) => (
                            <li key={course.code}>
                                <Phrases>{pair(course.name, course.name_en)}</Phrases>
                            </li>
                        ))}
                    </ul>
                ),
            },
        ],
        [m, pair],
    );
    return (
        <>
            <p className="mb-3 text-quiet">{m.near_lead}</p>
            <DataTable
                name="level-near"
                sortParam="near_sort"
                caption={m.near_caption(name)}
                rows={nearby(found.rows)}
                columns={columns}
                rowKey={({ staff }) => staff}
                empty={<EmptyState title={m.none_near} icon="info" />}
            />
        </>
    );
}

const completed = ({ evidence }: Candidate) => evidence.filter(({ kind }) => kind === "completion").length;
