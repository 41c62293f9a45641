// The skill map as a grid: which mark stands where, and how the keyboard moves through it.
import type { Schema } from "../../api/types.ts";

export type SkillMap = Schema<"SkillMapView">;
export type MapCell = SkillMap["cells"][number];
export type MapSkill = SkillMap["skills"][number];
export type MapCategory = SkillMap["categories"][number];
export type Mark = MapCell["mark"];

/** Blank is 指定なし, never 不要. */
export type MarkOrBlank = Mark | null;

/** What Space does in a draft: blank → ● → ★ → blank. */
export function nextMark(mark: MarkOrBlank): MarkOrBlank {
    if (mark === null) return "required";
    return mark === "required" ? "conditional" : null;
}

export interface Band {
    code: string;
    name: string;
    name_en: string;
    skills: MapSkill[];
}

/** The skills under their areas, in the order of the plan; an area nobody uses is left out. */
export function bandsOf({ areas, skills }: Pick<SkillMap, "areas" | "skills">): Band[] {
    const known = new Set(areas.map(({ code }) => code));
    const bands = areas.map((area) => ({ ...area, skills: skills.filter((skill) => skill.area === area.code) }));
    const rest = skills.filter(({ area }) => !known.has(area));
    if (rest.length > 0) bands.push({ code: "", name: "", name_en: "", skills: rest });
    return bands.filter((band) => band.skills.length > 0);
}

export const cellKey = (category: string, skill: string) => `${category}\n${skill}`;

export function cellsByKey(cells: readonly MapCell[]): Map<string, MapCell> {
    return new Map(cells.map((cell) => [cellKey(cell.category, cell.skill), cell]));
}

export interface Place {
    row: number;
    column: number;
}

/** Where a key leads from a cell, null when the key moves nothing. */
export function moveBy(key: string, ctrl: boolean, { row, column }: Place, rows: number, columns: number): Place | null {
    const last = { row: rows - 1, column: columns - 1 };
    switch (key) {
        case "ArrowUp":
            return { row: Math.max(0, row - 1), column };
        case "ArrowDown":
            return { row: Math.min(last.row, row + 1), column };
        case "ArrowLeft":
            return { row, column: Math.max(0, column - 1) };
        case "ArrowRight":
            return { row, column: Math.min(last.column, column + 1) };
        case "Home":
            return { row: ctrl ? 0 : row, column: 0 };
        case "End":
            return { row: ctrl ? last.row : row, column: last.column };
        default:
            return null;
    }
}

/** The part of a plan's document a draft's map is made from. */
export interface PlanTables {
    areas: SkillMap["areas"];
    categories: { code: string; name: string; name_en: string; axis: string; inherits: string[] }[];
    skills: MapSkill[];
    requirements: Omit<MapCell, "inherited_from" | "people" | "held">[];
}

/** A draft's map as it would be in force: what a category inherits stands in it where it has no mark or only a ★ of its own. */
export function mapOfPlan(plan: PlanTables): SkillMap {
    const own = new Map(plan.requirements.map((one) => [cellKey(one.category, one.skill), one]));
    const bases = new Map(plan.categories.map(({ code, inherits }) => [code, inherits]));
    const find = (category: string, skill: string, seen: readonly string[]): MapCell | undefined => {
        const written = own.get(cellKey(category, skill));
        let cell: MapCell | undefined = written && { ...written, inherited_from: null, people: 0, held: 0 };
        for (const base of bases.get(category) ?? []) {
            const theirs = seen.includes(base) ? undefined : find(base, skill, [...seen, base]);
            if (!theirs || cell?.mark === "required" || (cell && theirs.mark === "conditional")) continue;
            cell = { ...theirs, category, inherited_from: theirs.inherited_from ?? base };
        }
        return cell;
    };
    const cells = plan.categories.flatMap(({ code }) =>
        plan.skills.map((skill) => find(code, skill.code, [code])).filter((cell) => cell !== undefined),
    );
    return {
        areas: plan.areas,
        categories: plan.categories.map(({ code, name, name_en, axis }) => ({ code, name, name_en, axis, people: 0 })),
        skills: plan.skills,
        cells,
    };
}

export const isDoubtful = ({ confidence }: Pick<MapCell, "confidence">) => confidence !== "certain";
