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

type Change = Schema<"ChangedMember">;
type Side = Schema<"ChangeSide">;

/** A line for each person and category, with the facts of the rule on both days. */
export function ChangedPeople({ rows, total }: { rows: readonly Change[]; total: number }) {
    const m = useWords(words);
    const pair = usePair();
    // biome-ignore lint/correctness/useExhaustiveDependencies: `pair` changes with the language, and so does `m`
    const columns = useMemo<Column<Change>[]>(
        () => [
            {
                key: "person",
                head: m.person,
                width: 150,
                value: (row) => row.name,
                cell: (row) => (
                    <Link to={`/staff/${row.staff}` as "."} className="link">
                        {row.name}
                    </Link>
                ),
            },
            {
                key: "category",
                head: m.name,
                width: 220,
                value: (row) => pair(row.category_name, row.category_name_en),
                cell: (row) => (
                    <>
                        <Phrases>{pair(row.category_name, row.category_name_en)}</Phrases>{" "}
                        <Badge tone={row.move === "entered" ? "good" : undefined}>{m.move[row.move]}</Badge>{" "}
                        <Why
                            about={pair(row.category_name, row.category_name_en)}
                            rule={pair(row.reason, row.reason_en)}
                            more={[
                                [m.changes_others(m.changes_before), row.before.categories.join("、")],
                                [m.changes_others(m.changes_after), row.after.categories.join("、")],
                            ]}
                        />
                    </>
                ),
            },
            {
                key: "before",
                head: m.changes_before,
                width: 300,
                sortable: false,
                value: (row) => row.before.unit_name,
                cell: (row) => <OneSide side={row.before} />,
            },
            {
                key: "after",
                head: m.changes_after,
                width: 300,
                sortable: false,
                value: (row) => row.after.unit_name,
                cell: (row) => <OneSide side={row.after} />,
            },
        ],
        [m],
    );
    return (
        <DataTable
            name="changed-people"
            caption={m.changes_people}
            rows={rows}
            total={total}
            columns={columns}
            rowKey={(row) => `${row.staff} ${row.category} ${row.move}`}
        />
    );
}

/** What the rule of the category asks about, and where the person stood. */
function OneSide({ side }: { side: Side }) {
    const m = useWords(words);
    if (side.presence !== "seen") return <span className="text-quiet">{m.presence[side.presence]}</span>;
    return (
        <>
            <span className="block">{side.because.length > 0 ? side.because.join("、") : m.changes_no_fact}</span>
            <span className="block text-quiet text-sm">
                <Phrases>{side.unit_name}</Phrases> {side.rank}
            </span>
        </>
    );
}
