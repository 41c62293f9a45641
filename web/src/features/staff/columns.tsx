import type { Schema } from "../../api/types.ts";
import { percent } from "../../i18n/numbers.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { PersonLink } from "./PersonLink.tsx";
import type { words } from "./words.ts";

export type StaffRow = Schema<"StaffRow">;
type Words = ReturnType<typeof words.ja>;

/** `seniority` puts a rank's name in order, the most senior first. */
export function staffColumns(m: Words, seniority: (rank: string) => number): Column<StaffRow>[] {
    return [
        {
            key: "name",
            head: m.name,
            width: 160,
            value: ({ kana, name }) => kana || name,
            cell: (row) => (
                <span className="flex flex-wrap items-baseline gap-x-2">
                    <PersonLink id={row.id}>{row.name}</PersonLink>
                    {row.on_leave && <Badge tone="warn">{m.on_leave}</Badge>}
                </span>
            ),
        },
        { key: "kana", head: m.kana, width: 180, hidden: true, value: ({ kana }) => kana },
        {
            key: "no",
            head: m.no,
            width: 104,
            value: ({ staff_no }) => staff_no,
            cell: (row) => <span className="tabular">{row.staff_no}</span>,
        },
        {
            key: "unit",
            head: m.path,
            width: 216,
            value: ({ unit_path, unit_name }) => unit_path || unit_name,
            cell: (row) => (
                <>
                    <Phrases>{row.unit_path || row.unit_name}</Phrases>{" "}
                    {row.concurrent > 0 && <Badge>{m.concurrent_n(row.concurrent)}</Badge>}
                </>
            ),
        },
        {
            key: "rank",
            head: m.rank,
            width: 100,
            value: ({ rank }) => seniority(rank),
            cell: ({ rank }) => <Phrases>{rank}</Phrases>,
        },
        { key: "employment", head: m.employment, width: 110, value: ({ employment }) => employment },
        { key: "occupation", head: m.occupation, width: 120, hidden: true, value: ({ occupation }) => occupation },
        { key: "concurrent", head: m.concurrent, numeric: true, hidden: true, value: ({ concurrent }) => concurrent },
        {
            key: "category",
            head: m.primary,
            width: 150,
            value: ({ primary_category_name }) => primary_category_name,
            cell: (row) => <Phrases>{row.primary_category_name}</Phrases>,
        },
        {
            key: "skills",
            head: m.skills,
            numeric: true,
            width: 116,
            value: ({ required, held }) => (required === 0 ? null : held / required),
            cell: ({ required, held }) => m.skills_of(held, required),
        },
        {
            key: "share",
            head: m.share,
            numeric: true,
            hidden: true,
            value: ({ required, held }) => (required === 0 ? null : held / required),
            cell: ({ required, held }) => percent(held, required),
        },
    ];
}
