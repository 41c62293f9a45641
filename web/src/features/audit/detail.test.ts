import { expect, test } from "vitest";
import { detailText } from "./detail.ts";

test("what was recorded reads as one line, and nothing recorded as nothing", () => {
    expect(detailText({})).toBe("");
    expect(detailText({ rank: "課長", unit: 12, note: null })).toBe("rank: 課長, unit: 12");
    expect(detailText({ people: [1, 2] })).toBe("people: 1、2");
});
