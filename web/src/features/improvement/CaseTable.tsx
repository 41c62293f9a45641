import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { type CaseCard, stages, status_tones } from "./cases.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

interface Props {
    cases: readonly CaseCard[];
    total: number;
    excel: string;
    empty: ReactNode;
}

export function CaseTable({ cases, total, excel, empty }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const columns = useMemo<Column<CaseCard>[]>(
        () => [
            {
                key: "title",
                head: m.case,
                width: 270,
                value: ({ title }) => title,
                cell: (row) => (
                    <>
                        <Link to="/improvement/$case" params={{ case: String(row.id) }} className="link">
                            {row.title}
                        </Link>
                        {row.summary && <span className="line-clamp-2 block text-quiet text-sm">{row.summary}</span>}
                    </>
                ),
            },
            {
                key: "unit",
                head: m.section,
                width: 150,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            {
                key: "stage",
                head: m.stage,
                width: 96,
                value: ({ stage }) => stages.indexOf(stage),
                cell: ({ stage }) => t.stage[stage],
            },
            {
                key: "status",
                head: m.status,
                width: 140,
                value: ({ status }) => t.status[status],
                cell: ({ status }) => <Badge tone={status_tones[status]}>{t.status[status]}</Badge>,
            },
            { key: "hours", head: m.hours, numeric: true, width: 104, value: ({ hours }) => hours },
            { key: "yen", head: m.yen, numeric: true, width: 120, value: ({ yen }) => yen ?? null },
            { key: "adoptions", head: m.adoptions, numeric: true, width: 96, value: ({ adoptions }) => adoptions },
            {
                key: "axis",
                head: m.axis,
                width: 150,
                hidden: true,
                value: ({ axes }) => axes.map((axis) => t.axis[axis]).join(" / "),
            },
            { key: "tools", head: m.tool, width: 150, hidden: true, value: ({ tools }) => tools.join(" / ") },
            {
                key: "updated",
                head: m.updated,
                width: 136,
                hidden: true,
                value: ({ updated_at }) => updated_at,
                cell: ({ updated_at }) => <Day iso={updated_at.slice(0, 10)} />,
            },
        ],
        [m, t],
    );
    return (
        <DataTable
            name="cases"
            caption={m.caption}
            rows={cases}
            total={total}
            columns={columns}
            rowKey={({ id }) => id}
            excel={excel}
            empty={empty}
        />
    );
}
