import { expect, test } from "vitest";
import { partsOf } from "./terms.ts";

test("a term is marked once, the longer one before the shorter one inside it", () => {
    expect(partsOf("生成AIとAI、生成AIの活用", ["AI", "生成AI"])).toEqual([
        { text: "生成AI", term: "生成AI" },
        { text: "と" },
        { text: "AI", term: "AI" },
        { text: "、生成AIの活用" },
    ]);
});

test("a text without terms stays whole, and nothing is lost", () => {
    expect(partsOf("窓口", ["RPA"])).toEqual([{ text: "窓口" }]);
    expect(partsOf("", ["RPA"])).toEqual([]);
    expect(
        partsOf("RPAやBPR。", ["BPR", "RPA"])
            .map(({ text }) => text)
            .join(""),
    ).toBe("RPAやBPR。");
});
