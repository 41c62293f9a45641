import { expect, test } from "vitest";
import { cellText, changedMembers, keyOf } from "./cells.ts";

test("a list is one item a line, and an item's own line break survives", () => {
    expect(cellText(["あ", "い\nう", "え\\お"])).toBe("あ\nい\\nう\nえ\\\\お");
    expect(cellText(null)).toBe("");
    expect(cellText(true)).toBe("true");
});

test("items are known by the same keys as on the server", () => {
    expect(keyOf("categories", { code: "HKT.L3", name: "リーダー" })).toBe("HKT.L3");
    expect(keyOf("requirements", { category: "HKT.L3", skill: "S1" })).toBe("HKT.L3/S1");
    expect(keyOf("targets", { level: "L1", fiscal_year: 2025, people: 3 })).toBe("L1/2025");
    expect(keyOf("year_plan", { fiscal_year: 0, band: "L1", course: "", activity: "交流会" })).toBe("0/L1/交流会");
    expect(keyOf("baselines", { survey: "R5", question_code: "Q1", option: "はい", question: "?" })).toBe("R5/Q1/はい");
    expect(keyOf("glossary", { term: "ＤＸ" })).toBe("ＤＸ");
    expect(keyOf("policies", { title: "基本方針" })).toBe("基本方針");
    expect(keyOf("ranks", { name: "課長" })).toBe("課長");
});

test("only what was changed is sent", () => {
    expect(changedMembers({ name: "a", note: "b" }, { name: "a", note: "" })).toEqual({ note: "" });
});
