// Which targets a first screen shows: those of one year, the higher levels last as the plan climbs.
import type { Schema } from "../../api/types.ts";

export type Target = Schema<"TargetActual">;

/** The rows of the year looked at; where the plan sets none for it, those of the nearest year to come, else of the last one. */
export function targetsOf(rows: readonly Target[], year: number): Target[] {
    const years = [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b);
    const chosen = years.find((one) => one >= year) ?? years.at(-1);
    return rows.filter((row) => row.fiscal_year === chosen);
}
