import { expect, test } from "vitest";
import type { Schema } from "../../api/types.ts";
import { differenceText, placeOn, pointsText, shareStep, shareText } from "./results.ts";
import { groupRows, itemRows } from "./rows.ts";

const ja = (text: string) => text;
const option = (code: string) => ({ code, text: `選択肢${code}`, text_en: "", with_text: false, alone: false });
const question = {
    options: [option("a"), option("b")],
    items: [{ code: "i1", text: "項目1", text_en: "" }],
} as unknown as Schema<"Question">;

test("a share is a percentage with one digit, a difference has its sign", () => {
    expect(shareText(0.3456)).toBe("34.6%");
    expect(pointsText(-0.221)).toBe("−22.1");
    expect(pointsText(0.05)).toBe("+5.0");
    expect(pointsText(0.0001)).toBe("0.0");
    expect(differenceText(0.333)).toBe("+0.33");
});

test("the heat of a share has five steps, and one for nothing", () => {
    expect([0, 0.01, 0.2, 0.5, 0.8, 1].map(shareStep)).toEqual([0, 1, 2, 3, 5, 5]);
});

test("a row of a heat table has a cell for each option, also where nobody chose it", () => {
    const result = {
        item: "i1",
        hidden: false,
        answered: 8,
        options: [{ code: "b", count: 8, share: 1 }],
        spread: null,
        groups: [],
    };
    expect(itemRows(question, [result], ja)).toEqual([
        {
            key: "i1",
            name: "項目1",
            answered: 8,
            cells: [
                { count: 0, share: 0 },
                { count: 8, share: 1 },
            ],
            mean: null,
        },
    ]);
});

test("a hidden group has its reason and no figure at all", () => {
    const hidden = { group: "部長級", group_en: "", hidden: true, answered: 0, options: [], mean: null };
    const shown = { group: "課長級", group_en: "", hidden: false, answered: 12, options: [], mean: null };
    const rows = groupRows(question, [hidden, shown], ja, "少人数");
    expect(rows.map(({ name, hidden, cells }) => [name, hidden, cells.length])).toEqual([
        ["部長級", "少人数", 0],
        ["課長級", undefined, 2],
    ]);
});

test("a value outside its scale is drawn at the end", () => {
    expect([placeOn(0, 1, 5), placeOn(3, 1, 5), placeOn(9, 1, 5), placeOn(2, 2, 2)]).toEqual([0, 50, 100, 50]);
});
