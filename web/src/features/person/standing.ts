// Where a person stands, read from the list of skills: what waits, what is missing, what would close most of it.
import type { Schema } from "../../api/types.ts";

export type SkillRow = Schema<"SkillRow">;
export type State = "undecided" | "missing" | "held" | "other";

export function stateOf({ mark, needed, holds, decision }: Pick<SkillRow, "mark" | "needed" | "holds" | "decision">): State {
    if (needed) return holds ? "held" : "missing";
    return mark === "conditional" && decision === null ? "undecided" : "other";
}

const order: readonly State[] = ["missing", "undecided", "held", "other"];

/** The rows under what they are, what is missing first; a group with nothing in it is left out. */
export function grouped(rows: readonly SkillRow[]): { state: State; rows: SkillRow[] }[] {
    return order
        .map((state) => ({ state, rows: rows.filter((row) => stateOf(row) === state) }))
        .filter((group) => group.rows.length > 0);
}

export interface Closing {
    course: SkillRow["courses"][number];
    skills: SkillRow[];
}

/** The courses that close what is missing: one that closes more comes first, among equals the lower one stays ahead. */
export function closingCourses(rows: readonly SkillRow[]): Closing[] {
    const found = new Map<string, Closing>();
    for (const row of rows.filter((one) => stateOf(one) === "missing")) {
        for (const course of row.courses) {
            const known = found.get(course.code);
            if (known) known.skills.push(row);
            else found.set(course.code, { course, skills: [row] });
        }
    }
    return [...found.values()].sort((a, b) => b.skills.length - a.skills.length);
}

/** By area, how many of the needed skills are held; in the order of the plan. */
export function byArea(rows: readonly SkillRow[]): { code: string; name: string; held: number; needed: number }[] {
    const areas = new Map<string, { code: string; name: string; held: number; needed: number }>();
    for (const row of rows.filter(({ needed }) => needed)) {
        const area = areas.get(row.area) ?? { code: row.area, name: row.area_name, held: 0, needed: 0 };
        area.needed += 1;
        area.held += row.holds ? 1 : 0;
        areas.set(row.area, area);
    }
    return [...areas.values()].sort((a, b) => a.code.localeCompare(b.code));
}
