import { expect, test } from "vitest";
import { employmentKinds, isNarrowed, narrowingFrom, questionFrom, type StaffFilters, serverOrder } from "./filters.ts";

const none: StaffFilters = { q: "", unit: "", category: "", rank: "", employment: "", leave: "", missing: "", page: "" };

test("an address without filters asks for everybody's first page", () => {
    expect(questionFrom(none, undefined)).toEqual({ page: 1, size: 3000 });
    expect(isNarrowed(none)).toBe(false);
});

test("what stands in the address reaches the server, nonsense does not", () => {
    const asked = questionFrom({ ...none, q: " 髙橋 ", unit: "12", leave: "false", page: "x" }, "2025-04-01");
    expect(asked).toMatchObject({ q: "髙橋", unit: 12, leave: false, page: 1, on: "2025-04-01" });
    expect(questionFrom({ ...none, unit: "総務" }, undefined).unit).toBeUndefined();
});

test("a page turned is not a filter", () => {
    expect(isNarrowed({ ...none, page: "2" })).toBe(false);
    expect(isNarrowed({ ...none, missing: "S1" })).toBe(true);
});

test("a kind of employment only this city has can be chosen too", () => {
    expect(employmentKinds(["正規", "嘱託"], "")).toEqual(["正規", "再任用", "任期付", "会計年度任用", "嘱託"]);
});

test("a file is narrowed by what the list is narrowed by, and holds all its pages", () => {
    const filters = { ...none, rank: "課長", missing: "S1", page: "2" };
    const { page, size, ...list } = questionFrom(filters, "2025-04-01");
    expect(narrowingFrom(filters, "2025-04-01")).toEqual(list);
    expect([page, size]).toEqual([2, 3000]);
});

test("a list of several pages is sorted by what the server knows, and by nothing that only one page shows", () => {
    expect(serverOrder("rank")).toBe("rank");
    expect(serverOrder("name")).toBe("kana");
    expect([serverOrder("skills"), serverOrder("-rank"), serverOrder("")]).toEqual([undefined, undefined, undefined]);
});
