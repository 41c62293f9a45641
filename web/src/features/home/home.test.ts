import { describe, expect, it } from "vitest";
import { lowestOf } from "./lowest.ts";
import { type Target, targetsOf } from "./targets.ts";

const target = (level: string, fiscal_year: number): Target => ({
    level,
    level_name: level,
    level_name_en: "",
    fiscal_year,
    target: 10,
    actual: 3,
    forecast: 5,
    ready: 1,
    on_the_way: 2,
    counted_on: "2025-10-01",
    counting: "highest_only",
    leavers: "drop",
    rule: "",
    rule_en: "",
    assumption: "",
    assumption_en: "",
    clause: "",
    note: "",
    confidence: "certain",
});

describe("the targets on a first screen", () => {
    const rows = [target("L1", 2025), target("L2", 2025), target("L1", 2027)];
    it("are those of the year looked at", () => {
        expect(targetsOf(rows, 2025).map(({ level }) => level)).toEqual(["L1", "L2"]);
    });
    it("are those of the next year with a target, and after the plan’s end of its last", () => {
        expect(targetsOf(rows, 2026).map(({ fiscal_year }) => fiscal_year)).toEqual([2027]);
        expect(targetsOf(rows, 2031).map(({ fiscal_year }) => fiscal_year)).toEqual([2027]);
        expect(targetsOf([], 2025)).toEqual([]);
    });
});

describe("the skills held least", () => {
    it("are summed over the top units only and leave out what nobody needs", () => {
        const columns = ["a", "b", "c"].map((code) => ({ code, name: code, name_en: "", area: "" }));
        const row = (depth: number, cells: [number, number][]) => ({
            code: "",
            name: "",
            name_en: "",
            unit: 1,
            depth,
            people: 0,
            on_leave: 0,
            cells: cells.map(([held, needed]) => ({ held, needed })),
        });
        const rows = [
            row(0, [
                [4, 5],
                [1, 5],
                [0, 0],
            ]),
            row(1, [
                [0, 5],
                [5, 5],
                [0, 9],
            ]),
            row(0, [
                [1, 1],
                [0, 1],
                [0, 0],
            ]),
        ];
        expect(lowestOf({ columns, rows }, 5).map(({ code, held, needed }) => [code, held, needed])).toEqual([
            ["b", 1, 6],
            ["a", 5, 6],
        ]);
    });
});
