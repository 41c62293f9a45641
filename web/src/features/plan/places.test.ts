import { expect, test } from "vitest";
import { findItem, nameOfItem, placeOf } from "./places.ts";
import { type Member, membersOf, type Plan, readable, wordOf } from "./tables.ts";

const plan = {
    document: { title: "計画" },
    categories: [{ code: "S1", name: "管理職" }],
    skills: [{ code: "DX", name: "DX基礎" }],
    levels: [{ code: "L1", name: "レベル１" }],
    requirements: [{ category: "S1", skill: "DX", mark: "required" }],
    courses: [{ code: "C1", name: "入門", provider: "city" }],
} as unknown as Plan;
const member = (table: "year_plan" | "courses", name: string) => membersOf(table).find((one) => one.name === name) as Member;

test("a place the server points at is read as table, item and member", () => {
    expect(placeOf(plan, "/categories/0/note")).toEqual({ table: "categories", item: "管理職", member: "note" });
    expect(placeOf(plan, "/requirements/0/skill")).toMatchObject({ item: "DX基礎 × 管理職" });
    expect(placeOf(plan, "/document/title")).toEqual({ table: "document", item: "", member: "title" });
    expect(placeOf(plan, "/skills/7/code")).toMatchObject({ item: "7" });
});

test("an item is found again by its key, and is missing once it was removed", () => {
    expect(findItem(plan, "requirements", "S1/DX")).toMatchObject({ mark: "required" });
    expect(findItem(plan, "skills", "gone")).toBeUndefined();
    expect(nameOfItem(plan, "courses", { code: "C1", name: "入門" })).toBe("入門");
});

test("a value is called what it means in its member: a city as provider is not the whole city", () => {
    const words = { city: "全庁", "provider.city": "市" };
    expect(wordOf(words, "scope", "city")).toBe("全庁");
    expect(readable(plan, member("courses", "provider"), "city", words)).toBe("市");
});

test("whom a row of the year plan is for is read by name, be it a level or a category", () => {
    const band = member("year_plan", "band");
    expect(["L1", "S1", "新任"].map((code) => readable(plan, band, code, {}))).toEqual(["レベル１", "管理職", "新任"]);
});
