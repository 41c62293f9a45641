import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./words.ts";

type Row = Schema<"StaffRow">;

/** The people of a section, whom one may see. */
export function PeopleTable({ page }: { page: Schema<"UnitPage"> }) {
    const m = useWords(words);
    const { people, people_total } = page;
    const columns: Column<Row>[] = [
        {
            key: "name",
            head: m.staff_name,
            width: 180,
            value: ({ kana }) => kana,
            cell: (row) => (
                <Link to="/staff/$staff" params={{ staff: String(row.id) }} className="link">
                    {row.name}
                </Link>
            ),
        },
        { key: "rank", head: m.rank, value: ({ rank }) => rank, width: 130 },
        { key: "category", head: m.category, value: (row) => row.primary_category_name, width: 220 },
        {
            key: "held",
            head: m.required,
            numeric: true,
            width: 140,
            value: (row) => (row.required > 0 ? row.held / row.required : null),
            cell: (row) =>
                row.required > 0 ? `${row.held} / ${row.required}` : <span className="text-quiet">{m.nothing_required}</span>,
        },
        {
            key: "state",
            head: m.state,
            width: 170,
            value: (row) => (row.on_leave ? 2 : row.concurrent > 0 ? 1 : 0),
            cell: (row) => (
                <span className="flex flex-wrap gap-1">
                    {row.on_leave && <Badge tone="warn">{m.on_leave}</Badge>}
                    {row.concurrent > 0 && <Badge>{m.concurrent}</Badge>}
                </span>
            ),
        },
        {
            key: "unit",
            head: m.unit,
            value: (row) => row.unit_name,
            cell: (row) => <Phrases>{row.unit_name}</Phrases>,
            width: 220,
        },
        { key: "employment", head: m.employment, value: (row) => row.employment, width: 130 },
        { key: "no", head: m.staff_no, value: (row) => row.staff_no, width: 120, hidden: true },
    ];
    return (
        <>
            {people.length < people_total && (
                <div className="mb-4">
                    <Notice>{m.shown_of(people.length, people_total)}</Notice>
                </div>
            )}
            <DataTable name="section" caption={m.people_caption} rows={people} columns={columns} rowKey={({ id }) => id} />
        </>
    );
}
