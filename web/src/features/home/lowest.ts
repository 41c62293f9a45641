// Which skills the city holds least of.
import type { Schema } from "../../api/types.ts";

export interface Lowest {
    code: string;
    name: string;
    name_en: string;
    held: number;
    needed: number;
}

/** Summed over the top units, the smallest share first; what nobody needs is left out. */
export function lowestOf({ columns, rows }: Pick<Schema<"HeatTable">, "columns" | "rows">, most: number): Lowest[] {
    const top = rows.filter(({ depth }) => depth === 0);
    return columns
        .map(({ code, name, name_en }, index) => {
            const cells = top.map(({ cells }) => cells[index] ?? { held: 0, needed: 0 });
            const sum = (of: "held" | "needed") => cells.reduce((total, cell) => total + cell[of], 0);
            return { code, name, name_en, held: sum("held"), needed: sum("needed") };
        })
        .filter(({ needed }) => needed > 0)
        .sort((a, b) => a.held / a.needed - b.held / b.needed)
        .slice(0, most);
}
