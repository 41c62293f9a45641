// Which skills a section lacks most, counted from its people.
import type { Schema } from "../../api/types.ts";

export interface Lack {
    code: string;
    name: string;
    name_en: string;
    missing: number;
    needed: number;
}

/** The skills most people lack first; people on leave are not counted, nor is what nobody lacks. */
export function lacksOf({ columns, rows }: Pick<Schema<"PersonHeat">, "columns" | "rows">): Lack[] {
    const here = rows.filter(({ on_leave }) => !on_leave);
    return columns
        .map(({ code, name, name_en }, index) => {
            const states = here.map(({ cells }) => cells[index]);
            const missing = states.filter((state) => state === "missing").length;
            return { code, name, name_en, missing, needed: missing + states.filter((state) => state === "held").length };
        })
        .filter(({ missing }) => missing > 0)
        .sort((a, b) => b.missing - a.missing || b.missing / b.needed - a.missing / a.needed);
}
