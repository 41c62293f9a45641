import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./board_words.ts";
import { Load, Spent } from "./States.tsx";
import { terms } from "./terms.ts";

type Adviser = Schema<"Adviser">;

/** What rests on each of those who answer. */
export function AdvisersTable({ advisers }: { advisers: readonly Adviser[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const columns = useMemo<Column<Adviser>[]>(
        () => [
            {
                key: "name",
                head: m.owner,
                value: ({ name }) => name,
                cell: (row) => (
                    <>
                        <PersonLink id={row.staff}>{row.name}</PersonLink>{" "}
                        {row.presence !== "here" && (
                            <Badge tone={row.presence === "on_leave" ? "warn" : "bad"}>{t.presence[row.presence]}</Badge>
                        )}
                        <span className="block text-quiet text-sm">
                            <Phrases>{row.unit_name}</Phrases>
                        </span>
                    </>
                ),
            },
            { key: "open", head: m.open, width: 180, value: ({ open }) => open, cell: ({ open }) => <Load open={open} /> },
            { key: "overdue", head: m.overdue, numeric: true, width: 96, value: ({ overdue }) => overdue },
            {
                key: "minutes",
                head: m.lately,
                numeric: true,
                width: 150,
                value: ({ minutes }) => minutes,
                cell: ({ minutes }) => <Spent minutes={minutes} />,
            },
            {
                key: "posts",
                head: m.concurrent,
                numeric: true,
                width: 96,
                value: ({ concurrent_posts }) => concurrent_posts,
            },
            {
                key: "moves",
                head: m.moves_on,
                width: 130,
                value: ({ moves_on }) => moves_on,
                cell: ({ moves_on }) => <Day iso={moves_on} />,
            },
        ],
        [m, t],
    );
    return (
        <DataTable
            name="desk-advisers"
            sortParam="load_sort"
            caption={m.loads}
            rows={advisers}
            columns={columns}
            rowKey={({ staff }) => staff}
            rowName={({ name }) => name}
        />
    );
}
