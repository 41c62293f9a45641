import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { pathTo } from "../section/tree.ts";
import { GapHead } from "./GapHead.tsx";
import { words } from "./gap_words.ts";
import { type HeatRow, SkillHeat } from "./SkillHeat.tsx";

interface Props {
    /** The whole city when left out. */
    unit: number | undefined;
    show: "share" | "missing";
    choices: ReactNode;
}

export function GapByUnit({ unit, show, choices }: Props) {
    const m = useWords(words);
    const { on } = useAsOf();
    const heat = api.useQuery("get", "/gap/units", { params: { query: { on, unit, depth: 1 } } });
    const units = api.useQuery("get", "/units", { params: { query: { on } } });
    const path = unit === undefined ? [] : pathTo(units.data?.units ?? [], unit);
    const here = path.at(-1);
    return (
        <Ask query={heat}>
            {(table) => (
                <>
                    <GapHead
                        table={table}
                        title={here ? `${m.title}: ${here.name}` : m.title}
                        unit={unit}
                        path={
                            unit === undefined
                                ? undefined
                                : [
                                      { label: m.whole_city, to: "/gap" },
                                      ...path
                                          .slice(0, -1)
                                          .map(({ id, name }) => ({ label: name, to: "/gap", search: { unit: String(id) } })),
                                  ]
                        }
                    />
                    {choices}
                    {table.total.needed === 0 ? (
                        <EmptyState title={m.empty} icon="grid">
                            {m.empty_hint}
                        </EmptyState>
                    ) : (
                        <>
                            <SkillHeat
                                heat={table}
                                rows={topRows(table.rows, unit)}
                                caption={m.caption_unit}
                                corner={m.unit}
                                show={show}
                                unit={unit}
                                link={(row) => <UnitLink row={row} here={unit} />}
                            />
                            <p className="mt-2 text-quiet text-sm">{m.legend_heat}</p>
                        </>
                    )}
                    {unit !== undefined && (
                        <p className="no-print mt-4">
                            <LinkButton size="small" to="/units/$unit" params={{ unit: String(unit) }}>
                                {m.unit_page}
                            </LinkButton>
                        </p>
                    )}
                </>
            )}
        </Ask>
    );
}

/** The whole city is shown by its top units; where there is a single one, by those below it. */
export function topRows(rows: readonly HeatRow[], unit: number | undefined): readonly HeatRow[] {
    if (unit !== undefined) return rows;
    const top = rows.filter(({ depth }) => depth === 0);
    return top.length > 1 ? top : rows;
}

function UnitLink({ row, here }: { row: HeatRow; here: number | undefined }) {
    if (row.unit === null || row.unit === here) return <strong>{row.name}</strong>;
    return (
        <Link to="/gap" search={(before) => ({ ...before, unit: String(row.unit) })} className="link">
            <Phrases>{row.name}</Phrases>
        </Link>
    );
}
