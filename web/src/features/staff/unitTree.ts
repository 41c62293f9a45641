// The organisation as a list to choose from: in the order of the tree, each unit with the way down to it.
import type { Schema } from "../../api/types.ts";

export type Unit = Schema<"Unit">;

export interface UnitChoice {
    id: number;
    name: string;
    depth: number;
    path: string;
    people: number;
}

export function unitChoices(units: readonly Unit[]): UnitChoice[] {
    const paths = new Map<number, string>();
    return units.map(({ id, name, parent, depth, people }) => {
        const above = parent === null ? "" : (paths.get(parent) ?? "");
        const path = above ? `${above} ${name}` : name;
        paths.set(id, path);
        return { id, name, depth, path, people };
    });
}

/** Those whose own name or way down holds every word typed. */
export function unitsMatching(choices: readonly UnitChoice[], typed: string): readonly UnitChoice[] {
    const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return choices;
    return choices.filter(({ path }) => words.every((word) => path.normalize("NFKC").toLowerCase().includes(word)));
}
