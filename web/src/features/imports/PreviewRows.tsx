import { type ReactNode, useMemo, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { RefusedRows } from "./RefusedRows.tsx";
import { words } from "./words.ts";

type Report = Schema<"RowReport">;
const kinds = ["refused", "added", "changed", "left"] as const;
type Kind = (typeof kinds)[number];
type Words = ReturnType<typeof words.ja>;
type Pair = (ja: string, en: string) => string;

interface Props {
    preview: Schema<"ImportPreview">;
    same_person: Readonly<Record<string, number>>;
    onSamePerson: (chosen: Record<string, number>) => void;
    download: ReactNode;
}

/** Every row that is not left as it is, by what happens to it. */
export function PreviewRows({ preview, same_person, onSamePerson, download }: Props) {
    const m = useWords(words);
    const { counts, rows } = preview;
    const [chosen, setChosen] = useState<Kind>();
    const kind = chosen ?? kinds.find((one) => counts[one] > 0) ?? "added";
    return (
        <div>
            <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
                {([...kinds, "unchanged"] as const).map((one) => (
                    <div key={one}>
                        <dt className="text-quiet text-table">{m.counts[one]}</dt>
                        <dd
                            className={
                                one === "refused" && counts.refused > 0
                                    ? "tabular font-bold text-bad text-std-20B-150"
                                    : "tabular font-bold text-std-20B-150"
                            }
                        >
                            {m.counts_of(counts[one])}
                        </dd>
                    </div>
                ))}
            </dl>
            <Tabs
                label={m.rows_label}
                selected={kind}
                onSelect={(id) => setChosen(id as Kind)}
                tabs={kinds.map((one) => ({
                    id: one,
                    label: `${m.counts[one]} ${counts[one]}`,
                    content: (
                        <RowsOfKind
                            kind={one}
                            rows={rows.filter((row) => row.kind === one)}
                            count={counts[one]}
                            same_person={same_person}
                            onSamePerson={onSamePerson}
                            download={download}
                        />
                    ),
                }))}
            />
        </div>
    );
}

interface RowsProps extends Omit<Props, "preview"> {
    kind: Kind;
    rows: readonly Report[];
    count: number;
}

function RowsOfKind({ kind, rows, count, same_person, onSamePerson, download }: RowsProps) {
    const m = useWords(words);
    const pair = usePair();
    const others = useMemo(
        () => changeColumns(m, pair, kind, same_person, onSamePerson),
        [m, pair, kind, same_person, onSamePerson],
    );
    const empty = <EmptyState title={m.nothing_here} icon="check" />;
    const more = rows.length < count && <p className="mt-2 text-quiet text-sm">{m.first_rows(rows.length)}</p>;
    if (kind !== "refused")
        return (
            <>
                <DataTable
                    name={`import-${kind}`}
                    sortParam={`import_${kind}_sort`}
                    caption={m.counts[kind]}
                    rows={rows}
                    columns={others}
                    rowKey={({ line, staff_no }) => `${line} ${staff_no}`}
                    total={count}
                    printable={false}
                    empty={empty}
                />
                {more}
            </>
        );
    return (
        <>
            {rows.length > 0 && (
                <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
                    {download}
                    <span className="text-quiet text-sm">{m.refused_lead}</span>
                </p>
            )}
            <RefusedRows rows={rows} empty={empty} />
            {more}
        </>
    );
}

function changeColumns(
    m: Words,
    pair: Pair,
    kind: Kind,
    same_person: Props["same_person"],
    onSamePerson: Props["onSamePerson"],
): Column<Report>[] {
    const columns: Column<Report>[] = [
        { key: "name", head: m.name, width: 160, value: ({ name }) => name },
        { key: "no", head: m.no, width: 110, value: ({ staff_no }) => staff_no },
        {
            key: "line",
            head: m.line,
            width: 90,
            numeric: true,
            value: ({ line }) => line || null,
            cell: ({ line }) => line || <span className="text-quiet">{m.not_in_file}</span>,
        },
        {
            key: "changes",
            head: m.changes,
            width: 460,
            sortable: false,
            value: ({ changes }) => changes.length,
            cell: (row) => (
                <ul>
                    {row.changes.map((change) => (
                        <li key={change.field + change.after}>
                            <span className="text-quiet">{pair(change.label, change.label_en)}: </span>
                            {change.before && (
                                <>
                                    <del className="text-quiet">{change.before}</del>
                                    <span aria-hidden="true"> → </span>
                                </>
                            )}
                            <ins className="font-bold no-underline">{change.after || m.empty_value}</ins>
                        </li>
                    ))}
                    {row.same_person && (
                        <li>
                            <Checkbox
                                checked={same_person[row.staff_no] === row.same_person.staff}
                                hint={m.same_person_hint}
                                onChange={(same) => {
                                    const { [row.staff_no]: _, ...rest } = same_person;
                                    onSamePerson(
                                        same && row.same_person ? { ...rest, [row.staff_no]: row.same_person.staff } : rest,
                                    );
                                }}
                            >
                                {m.same_person(row.same_person.staff_no, row.same_person.name, row.same_person.unit_name)}
                            </Checkbox>
                        </li>
                    )}
                </ul>
            ),
        },
    ];
    if (kind !== "left")
        columns.push({
            key: "note",
            head: m.note,
            width: 240,
            sortable: false,
            value: ({ problems }) => problems.length,
            cell: ({ problems }) => problems.map((one) => `${one.column}: ${pair(one.problem, one.problem_en)}`).join(" "),
        });
    return columns;
}
