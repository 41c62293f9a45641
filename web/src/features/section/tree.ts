// The organisation as the server sends it, in pre-order, read as a tree.
import type { Schema } from "../../api/types.ts";

export type Unit = Schema<"Unit">;

/** From the top down to the unit; empty when it is not there. */
export function pathTo(units: readonly Unit[], id: number): Unit[] {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const path: Unit[] = [];
    for (let at = byId.get(id); at && !path.includes(at); at = at.parent === null ? undefined : byId.get(at.parent))
        path.unshift(at);
    return path;
}

/** What stands open: a unit is in sight when all above it are open. */
export function inSight(units: readonly Unit[], open: ReadonlySet<number>): Unit[] {
    const seen = new Set<number>();
    return units.filter((unit) => {
        const visible = unit.parent === null || (seen.has(unit.parent) && open.has(unit.parent));
        if (visible) seen.add(unit.id);
        return visible;
    });
}

/** The units with something below them. */
export function branches(units: readonly Unit[]): Set<number> {
    return new Set(units.flatMap(({ parent }) => (parent === null ? [] : [parent])));
}
