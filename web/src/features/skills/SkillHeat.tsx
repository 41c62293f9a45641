import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { HeatTable } from "../../ui/chart/HeatTable.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { words } from "./gap_words.ts";

export type Heat = Schema<"HeatTable">;
export type HeatRow = Heat["rows"][number];

interface Props {
    heat: Heat;
    rows?: readonly HeatRow[];
    caption: string;
    corner: string;
    show?: "share" | "missing";
    /** The name of a row, with a way on where there is one. */
    link?: (row: HeatRow) => ReactNode;
    /** The unit all rows lie in, for the heads of the columns. */
    unit?: number;
}

/** Sections or categories × skills. A cell and a head lead to the people behind them, for those who may see names. */
export function SkillHeat({ heat, rows = heat.rows, caption, corner, show, link, unit }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const navigate = useNavigate();
    const city = useMay("see_city");
    const named = city || unit !== undefined;
    const needed = (column: number) => rows.some((row) => (row.cells[column]?.needed ?? 0) > 0);
    const shown = heat.columns.map((column, index) => ({ column, index })).filter(({ index }) => needed(index));
    const to = (code: string, of: number | undefined) => ({
        to: "/gap/skills/$code" as const,
        params: { code },
        search: { unit: of === undefined ? undefined : String(of) },
    });
    return (
        <HeatTable
            caption={caption}
            corner={corner}
            show={show}
            columns={shown.map(({ column }) => ({
                code: column.code,
                name: pair(column.name, column.name_en),
                link: named ? (
                    <Link {...to(column.code, unit)} className="link">
                        <Phrases>{pair(column.name, column.name_en)}</Phrases>
                    </Link>
                ) : undefined,
            }))}
            rows={rows.map((row) => ({
                key: row.code,
                name: pair(row.name, row.name_en),
                link: link?.(row),
                aside: (
                    <span className="tabular">
                        <span className="whitespace-nowrap">{m.people(row.people)}</span>
                        {row.on_leave > 0 && <span className="whitespace-nowrap"> ({m.on_leave(row.on_leave)})</span>}
                    </span>
                ),
                cells: shown.map(({ index }) => row.cells[index] ?? { needed: 0, held: 0 }),
            }))}
            onCell={
                named
                    ? (at, column) => {
                          const code = shown[column]?.column.code;
                          if (code) void navigate(to(code, rows[at]?.unit ?? unit));
                      }
                    : undefined
            }
        />
    );
}
