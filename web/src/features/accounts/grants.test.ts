import { expect, test } from "vitest";
import { type Grant, withFurther, withoutUnit, withRole, withUnit } from "./grants.ts";

const head: Grant[] = [
    { role: "section_head", unit: 3 },
    { role: "section_head", unit: 7 },
    { role: "staff", unit: null },
];

test("a role taken up reaches as far as the role does, one given up takes its units along", () => {
    expect(withRole(head, "adviser", true).at(-1)).toEqual({ role: "adviser", unit: null });
    expect(withRole(head, "section_head", false)).toEqual([{ role: "staff", unit: null }]);
});

test("a role moves from one unit to another and its other units stay", () => {
    const units = withUnit(head, "section_head", 0, 9).filter(({ role }) => role === "section_head");
    expect(units.map(({ unit }) => unit)).toEqual([9, 7]);
    expect(withUnit(head, "section_head", 0, 7).filter(({ role }) => role === "section_head")).toHaveLength(1);
});

test("without a unit a role reaches all it can, so no unit remains beside it", () => {
    const units = withUnit(head, "section_head", 1, null).filter(({ role }) => role === "section_head");
    expect(units).toEqual([{ role: "section_head", unit: null }]);
});

test("a further unit is granted once, and one unit fewer leaves the others", () => {
    expect(withFurther(head, "section_head", 7)).toHaveLength(3);
    expect(withFurther(head, "section_head", 8)).toContainEqual({ role: "section_head", unit: 8 });
    expect(withoutUnit(head, "section_head", 3)).toEqual([head[1], head[2]]);
});
