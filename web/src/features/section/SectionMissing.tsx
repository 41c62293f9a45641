import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { type Lack, lacksOf } from "./missing.ts";
import { words } from "./words.ts";

/** What a section lacks, with the way to who lacks it. */
export function SectionMissing({ heat, unit }: { heat: Schema<"PersonHeat">; unit: number }) {
    const m = useWords(words);
    const pair = usePair();
    const lacks = lacksOf(heat);
    const columns: Column<Lack>[] = [
        {
            key: "skill",
            head: m.skill,
            width: 320,
            value: (row) => pair(row.name, row.name_en),
            cell: (row) => (
                <Link
                    to="/gap/skills/$code"
                    params={{ code: row.code }}
                    search={{ unit: String(unit) }}
                    className="link"
                    aria-label={`${pair(row.name, row.name_en)}: ${m.see_who}`}
                >
                    {pair(row.name, row.name_en)}
                </Link>
            ),
        },
        { key: "missing", head: m.missing, numeric: true, width: 100, value: (row) => row.missing },
        { key: "needed", head: m.needed, numeric: true, width: 100, value: (row) => row.needed },
    ];
    return (
        <>
            {lacks.length > 0 && <p className="mb-3 text-quiet">{m.missing_lead}</p>}
            <DataTable
                name="lacks"
                sortParam="lacks"
                caption={m.missing_caption}
                rows={lacks}
                columns={columns}
                rowKey={({ code }) => code}
                empty={<EmptyState title={m.missing_none} icon="check" />}
            />
        </>
    );
}
