import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { RefusedRows } from "../imports/RefusedRows.tsx";
import { CompletionCounts } from "./CompletionCounts.tsx";
import { words } from "./completions_words.ts";
import { TakeBackButton } from "./TakeBackButton.tsx";

type Entry = Schema<"CompletionImport">;

/** Every list that was taken in; each opens to what was left out of it. */
export function PastLists() {
    const m = useWords(words);
    const query = api.useQuery("get", "/completions/imports");
    const [{ list }, setFilters] = useFilters(["list"]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: setting a filter only navigates
    const columns = useMemo<Column<Entry>[]>(() => pastColumns(m, ({ id }) => setFilters({ list: String(id) })), [m]);
    const shown = query.data?.imports.find(({ id }) => String(id) === list);
    return (
        <Section title={m.past_title}>
            <Ask query={query} small>
                {({ imports }) => (
                    <DataTable
                        name="completion-imports"
                        sortParam="past_sort"
                        caption={m.past_title}
                        rows={imports}
                        columns={columns}
                        rowKey={({ id }) => id}
                        printable={false}
                        empty={
                            <EmptyState title={m.past_none} icon="upload">
                                {m.past_none_hint}
                            </EmptyState>
                        }
                    />
                )}
            </Ask>
            {shown && <Detail entry={shown} onClose={() => setFilters({ list: "" })} />}
        </Section>
    );
}

function pastColumns(m: ReturnType<typeof words.ja>, show: (entry: Entry) => void): Column<Entry>[] {
    const count = (key: keyof Entry["counts"]): Column<Entry> => ({
        key,
        head: m.counts_short[key],
        numeric: true,
        width: 92,
        value: ({ counts }) => counts[key],
    });
    return [
        {
            key: "file",
            head: m.file,
            width: 200,
            value: ({ file_name }) => file_name,
            cell: (row) => (
                <button type="button" className="link cursor-pointer text-left" onClick={() => show(row)}>
                    {row.file_name}
                </button>
            ),
        },
        { key: "source", head: m.source_short, width: 130, value: ({ source }) => source },
        {
            key: "at",
            head: m.at,
            width: 160,
            value: ({ imported_at }) => imported_at,
            cell: (row) => <Moment at={row.imported_at} />,
        },
        { key: "by", head: m.imported_by, width: 120, value: ({ imported_by }) => imported_by },
        count("added"),
        count("already"),
        count("refused"),
        {
            key: "state",
            head: m.state,
            width: 120,
            sortable: false,
            value: ({ undone_at }) => undone_at,
            cell: (row) =>
                row.undone_at ? <Badge>{m.state_undone}</Badge> : <TakeBackButton short id={row.id} file={row.file_name} />,
        },
    ];
}

function Detail({ entry, onClose }: { entry: Entry; onClose: () => void }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/completions/imports/{id}", { params: { path: { id: entry.id } } });
    return (
        <Dialog open onClose={onClose} title={m.detail_of(entry.file_name)} wide>
            <div className="mb-4">
                <CompletionCounts counts={entry.counts} />
            </div>
            <Ask query={query} small>
                {({ refused }) =>
                    refused.length > 0 && (
                        <>
                            <h3 className="mb-2 font-bold">{m.counts.refused}</h3>
                            <RefusedRows rows={refused} />
                            {refused.length < entry.counts.refused && (
                                <p className="mt-2 text-quiet text-sm">{m.first_rows(refused.length)}</p>
                            )}
                        </>
                    )
                }
            </Ask>
        </Dialog>
    );
}
