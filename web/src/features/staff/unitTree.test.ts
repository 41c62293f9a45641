import { expect, test } from "vitest";
import { type Unit, unitChoices, unitsMatching } from "./unitTree.ts";

const unit = (id: number, name: string, parent: number | null, depth: number): Unit => ({
    id,
    name,
    parent,
    depth,
    code: String(id),
    kind: "課",
    tags: [],
    valid_from: "2025-04-01",
    valid_until: null,
    succeeded_by: null,
    heads: [],
    people: 0,
});
const town = unitChoices([
    unit(1, "総務部", null, 0),
    unit(2, "情報政策課", 1, 1),
    unit(3, "市民部", null, 0),
    unit(4, "庶務係", 3, 1),
]);

test("a unit is known by the way down to it", () => {
    expect(town.map(({ path }) => path)).toEqual(["総務部", "総務部 情報政策課", "市民部", "市民部 庶務係"]);
});

test("typing a department finds what lies below, several words narrow it, width does not matter", () => {
    expect(unitsMatching(town, "総務").map(({ id }) => id)).toEqual([1, 2]);
    expect(unitsMatching(town, "市民 庶務").map(({ id }) => id)).toEqual([4]);
    expect(unitsMatching(town, "　")).toHaveLength(4);
});
