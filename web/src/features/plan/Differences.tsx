import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { member_words } from "./member_words.ts";
import { wordOf } from "./tables.ts";
import { words } from "./words.ts";

type Change = Schema<"Change">;

/** The draft against what it is based on: as sentences to read aloud, and as a table. */
export function Differences({ version }: { version: number }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const pair = usePair();
    const query = api.useQuery("get", "/plan/versions/{version}/diff", { params: { path: { version } } });
    const columns = useMemo<Column<Change>[]>(
        () => [
            {
                key: "label",
                head: m.what,
                width: 220,
                value: ({ label }) => label,
                cell: ({ label }) => <Phrases>{label}</Phrases>,
            },
            { key: "table", head: m.table, width: 130, value: ({ table }) => n.tables[table] ?? table },
            {
                key: "kind",
                head: m.change,
                width: 84,
                value: ({ kind }) => m.kinds[kind],
                cell: ({ kind }) => (
                    <Badge tone={kind === "added" ? "good" : kind === "removed" ? "bad" : "info"}>{m.kinds[kind]}</Badge>
                ),
            },
            { key: "field", head: m.member, width: 120, value: ({ field }) => n.members[field] ?? field },
            {
                key: "before",
                head: m.before,
                width: 220,
                sortable: false,
                value: ({ before }) => before,
                cell: ({ field, before }) => (
                    <del className="whitespace-pre-line text-quiet">{wordOf(n.values, field, before)}</del>
                ),
            },
            {
                key: "after",
                head: m.after,
                width: 220,
                sortable: false,
                value: ({ after }) => after,
                cell: ({ field, after }) => (
                    <ins className="whitespace-pre-line font-bold no-underline">{wordOf(n.values, field, after)}</ins>
                ),
            },
        ],
        [m, n],
    );
    return (
        <Ask query={query}>
            {({ changes }) =>
                changes.length === 0 ? (
                    <EmptyState title={m.diff_none}>{m.diff_none_hint}</EmptyState>
                ) : (
                    <>
                        <p className="mb-2 font-bold">{m.diff_lead(changes.length)}</p>
                        <ul className="mb-6 max-w-[48rem] list-disc pl-6">
                            {changes.slice(0, 100).map((change) => (
                                <li key={`${change.table} ${change.code} ${change.field}`}>
                                    {pair(change.sentence, change.sentence_en)}
                                </li>
                            ))}
                        </ul>
                        <DataTable
                            name="plan-diff"
                            caption={m.diff_caption}
                            rows={changes}
                            columns={columns}
                            rowKey={({ table, code, field }) => `${table} ${code} ${field}`}
                        />
                    </>
                )
            }
        </Ask>
    );
}
