import { expect, test } from "vitest";
import { clashing, differing, together } from "./merging.ts";

const base = { title: "窓口の改善", text: "はじめ", tags: ["窓口"] };

test("what one changed and the other did not stands together", () => {
    const mine = { ...base, title: "書かない窓口" };
    const theirs = { ...base, tags: ["窓口", "紙"] };
    expect(together(base, mine, theirs)).toEqual({ title: "書かない窓口", text: "はじめ", tags: ["窓口", "紙"] });
    expect(clashing(base, mine, theirs)).toEqual([]);
    expect(differing(mine, theirs)).toEqual(["title", "tags"]);
});

test("what both changed differently is named, and mine stays", () => {
    const mine = { ...base, text: "わたしの文" };
    const theirs = { ...base, text: "ほかの文" };
    expect(clashing(base, mine, theirs)).toEqual(["text"]);
    expect(together(base, mine, theirs).text).toBe("わたしの文");
});

test("what both changed alike is no matter", () => {
    const both = { ...base, text: "同じ文" };
    expect(clashing(base, both, { ...both })).toEqual([]);
});
