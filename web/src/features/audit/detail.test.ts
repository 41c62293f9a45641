import { expect, test } from "vitest";
import { detailText } from "./detail.ts";
import { words } from "./words.ts";

const { fields, list } = words.ja({} as never);
const text = (detail: unknown) => detailText(detail, fields, list);

test("what was recorded reads as one line, and nothing recorded as nothing", () => {
    expect(text({})).toBe("");
    expect(text({ rank: "課長", unit: 12, note: null })).toBe("職位: 課長、所属: 12");
    expect(text({ people: [1, 2] })).toBe("人数: 1、2");
    expect(text({ disabled: true, password: false })).toBe("停止: はい、パスワード: いいえ");
});

test("what has no name here is said as it was recorded", () => {
    expect(text({ unheard_of: "x" })).toBe("unheard_of: x");
});
