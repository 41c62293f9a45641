// What the list of cases is narrowed by stands in the address; this is what the server is asked.
import type { Axis, Stage, Status } from "./cases.ts";

export const filter_names = ["q", "year", "unit", "stage", "status", "axis", "tool", "which", "page"] as const;
export type CaseFilters = Record<(typeof filter_names)[number], string>;

/** Only what is filled in; `all` of the years is asked for by name, else it is the year looked at. */
export function questionOf(filters: CaseFilters, fiscal_year: number) {
    const { q, year, unit, stage, status, axis, tool, which } = filters;
    return {
        q: q.trim() || undefined,
        fiscal_year: year === "all" ? undefined : Number(year) || fiscal_year,
        unit: Number(unit) || undefined,
        stage: (stage || undefined) as Stage | undefined,
        status: (status || undefined) as Status | undefined,
        axis: (axis || undefined) as Axis | undefined,
        tool: tool || undefined,
        mine: which === "mine" || undefined,
        adopted: which === "adopted" || undefined,
        to_confirm: which === "to_confirm" || undefined,
    };
}

/** Whether the list shows less than the year has. */
export const isNarrowed = ({ page: _, ...filters }: CaseFilters) => Object.values(filters).some(Boolean);
