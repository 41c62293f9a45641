import { describe, expect, it } from "vitest";
import { gapFile } from "./gapFile.ts";
import { bandsOf, cellKey, cellsByKey, mapOfPlan, moveBy, nextMark, type PlanTables } from "./map.ts";

const skill = (code: string, area: string) => ({
    code,
    name: code,
    name_en: code,
    area,
    kind: "skill" as const,
    text: "",
    clause: "",
});
const requires = (category: string, code: string, mark: "required" | "conditional") => ({
    category,
    skill: code,
    mark,
    scope: "unspecified" as const,
    qualifier: "",
    confidence: "certain" as const,
    note: "",
    alternative: "",
    clause: "",
});
const plan: PlanTables = {
    areas: [
        { code: "A", name: "A", name_en: "" },
        { code: "B", name: "B", name_en: "" },
    ],
    categories: [
        { code: "S1", name: "", name_en: "", axis: "", inherits: [] },
        { code: "S2", name: "", name_en: "", axis: "", inherits: ["S1"] },
        { code: "S3", name: "", name_en: "", axis: "", inherits: ["S2"] },
    ],
    skills: [skill("one", "B"), skill("two", "A")],
    requirements: [requires("S1", "one", "required"), requires("S2", "one", "conditional"), requires("S2", "two", "conditional")],
};

describe("a cell of a draft", () => {
    it("goes from blank to required to conditional and back to blank", () => {
        expect(nextMark(null)).toBe("required");
        expect(nextMark("required")).toBe("conditional");
        expect(nextMark("conditional")).toBeNull();
    });
});

describe("a draft’s map", () => {
    const cells = cellsByKey(mapOfPlan(plan).cells);
    it("lets a required skill of a base stand over a conditional one of its own", () => {
        expect(cells.get(cellKey("S2", "one"))).toMatchObject({ mark: "required", inherited_from: "S1" });
    });
    it("names where a mark was written, however far above", () => {
        expect(cells.get(cellKey("S3", "one"))?.inherited_from).toBe("S1");
        expect(cells.get(cellKey("S3", "two"))).toMatchObject({ mark: "conditional", inherited_from: "S2" });
    });
    it("leaves blank what nobody requires", () => {
        expect(cells.has(cellKey("S1", "two"))).toBe(false);
    });
    it("ends even when categories inherit from each other in a circle", () => {
        const circle = { ...plan, categories: plan.categories.map((one) => ({ ...one, inherits: ["S1", "S2", "S3"] })) };
        expect(cellsByKey(mapOfPlan(circle).cells).get(cellKey("S1", "two"))?.inherited_from).toBe("S2");
    });
});

describe("the grid", () => {
    it("stands under the areas in their order, with nothing lost that names none of them", () => {
        const bands = bandsOf({ areas: plan.areas, skills: [...plan.skills, skill("three", "?")] });
        expect(bands.map(({ code, skills }) => [code, skills.length])).toEqual([
            ["A", 1],
            ["B", 1],
            ["", 1],
        ]);
    });
    it("is walked with the arrow keys and never left by them", () => {
        const at = { row: 0, column: 2 };
        expect(moveBy("ArrowUp", false, at, 5, 3)).toEqual(at);
        expect(moveBy("ArrowRight", false, at, 5, 3)).toEqual(at);
        expect(moveBy("ArrowDown", false, at, 5, 3)).toEqual({ row: 1, column: 2 });
        expect(moveBy("Home", false, at, 5, 3)).toEqual({ row: 0, column: 0 });
        expect(moveBy("End", true, at, 5, 3)).toEqual({ row: 4, column: 2 });
        expect(moveBy("a", false, at, 5, 3)).toBeNull();
    });
});

describe("the gap as a file", () => {
    it("has its heads in the first row, one figure a line, and nothing for what nobody needs", () => {
        const columns = ["S1", "S2"].map((code) => ({ code, name: `"${code}", basic`, name_en: "", area: "" }));
        const row = { code: "01", name: "総務部", name_en: "", unit: 1, depth: 0, people: 3, on_leave: 0 };
        const rows = [
            {
                ...row,
                cells: [
                    { needed: 3, held: 1 },
                    { needed: 0, held: 0 },
                ],
            },
        ];
        expect(gapFile(["a", "b"], { columns, rows, as_of: "2025-10-01" })).toBe(
            '\uFEFFa,b\r\n2025-10-01,01,総務部,S1,"""S1"", basic",3,1\r\n',
        );
    });
});
