import { expect, test } from "vitest";
import { compareValues, nextOrder, orderFrom } from "./columns.ts";

test("numbers sort as numbers, kana as kana, numbers inside text by their value, and nothing comes last", () => {
    expect([10, 9, null, 1].sort(compareValues)).toEqual([1, 9, 10, null]);
    expect(["ヤマダ", "アベ", "", "サトウ"].sort(compareValues)).toEqual(["アベ", "サトウ", "ヤマダ", ""]);
    expect(["第10係", "第9係"].sort(compareValues)).toEqual(["第9係", "第10係"]);
});

test("pressing a heading goes up, down, and back to how it came", () => {
    expect(nextOrder(null, "kana")).toBe("kana");
    expect(nextOrder(orderFrom("kana"), "kana")).toBe("-kana");
    expect(nextOrder(orderFrom("-kana"), "kana")).toBe("");
    expect(nextOrder(orderFrom("-kana"), "rank")).toBe("rank");
});
