import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day, Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { CategoryChanges } from "./CategoryChanges.tsx";
import { RefusedRows } from "./RefusedRows.tsx";
import { UndoButton } from "./UndoButton.tsx";
import { UnitNames } from "./UnitNames.tsx";
import { words } from "./words.ts";

type Entry = Schema<"ImportEntry">;

export function PastImports() {
    const m = useWords(words);
    const query = api.useQuery("get", "/imports");
    const [{ run }, setFilters] = useFilters(["run"]);
    // biome-ignore lint/correctness/useExhaustiveDependencies: setting a filter only navigates
    const columns = useMemo<Column<Entry>[]>(() => pastColumns(m, ({ id }) => setFilters({ run: String(id) })), [m]);
    const shown = query.data?.imports.find(({ id }) => String(id) === run);
    return (
        <Section title={m.past_title}>
            <Ask query={query} small>
                {({ imports }) => (
                    <DataTable
                        name="imports"
                        caption={m.past_caption}
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
            {shown && <Detail entry={shown} onClose={() => setFilters({ run: "" })} />}
        </Section>
    );
}

function pastColumns(m: ReturnType<typeof words.ja>, show: (entry: Entry) => void): Column<Entry>[] {
    const count = (key: keyof Entry["counts"]): Column<Entry> => ({
        key,
        head: m.counts[key],
        numeric: true,
        width: 76,
        value: ({ counts }) => counts[key],
    });
    return [
        {
            key: "file",
            head: m.file,
            width: 150,
            value: ({ file_name }) => file_name,
            cell: (row) => (
                <button type="button" className="link cursor-pointer text-left" onClick={() => show(row)}>
                    {row.file_name}
                </button>
            ),
        },
        { key: "as_of", head: m.as_of_short, width: 108, value: ({ as_of }) => as_of, cell: (row) => <Day iso={row.as_of} /> },
        {
            key: "at",
            head: m.at,
            width: 150,
            value: ({ imported_at }) => imported_at,
            cell: (row) => <Moment at={row.imported_at} />,
        },
        { key: "by", head: m.by, width: 112, value: ({ imported_by }) => imported_by },
        count("added"),
        count("changed"),
        { ...count("left"), width: 124 },
        { ...count("unchanged"), hidden: true },
        { ...count("refused"), width: 112 },
        {
            key: "state",
            head: m.state,
            width: 120,
            sortable: false,
            value: ({ undone_at }) => undone_at,
            cell: (row) =>
                row.undone_at ? (
                    <Badge>{m.state_undone}</Badge>
                ) : row.undoable ? (
                    <UndoButton short id={row.id} file={row.file_name} />
                ) : (
                    <span className="text-quiet">{m.state_in}</span>
                ),
        },
    ];
}

function Detail({ entry, onClose }: { entry: Entry; onClose: () => void }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/imports/{id}", { params: { path: { id: entry.id } } });
    return (
        <Dialog open onClose={onClose} title={m.detail_of(entry.file_name)} wide>
            <p className="tabular mb-4">
                {(["added", "changed", "left", "unchanged", "refused"] as const).map((kind) => (
                    <span key={kind} className="mr-4 inline-block">
                        {m.counts[kind]} {m.counts_of(entry.counts[kind])}
                    </span>
                ))}
            </p>
            <Ask query={query} small>
                {({ categories, new_units, closed_units, refused }) => (
                    <>
                        {refused.length > 0 && (
                            <div className="mb-6">
                                <h3 className="mb-2 font-bold">{m.counts.refused}</h3>
                                <RefusedRows rows={refused} />
                                {refused.length < entry.counts.refused && (
                                    <p className="mt-2 text-quiet text-sm">{m.first_rows(refused.length)}</p>
                                )}
                            </div>
                        )}
                        <CategoryChanges changes={categories} new_units={new_units} />
                        <UnitNames title={m.closed_units} units={closed_units} />
                    </>
                )}
            </Ask>
        </Dialog>
    );
}
