import { expect, test } from "vitest";
import { joints } from "./trend.ts";

const published = { wave: null };
const measured = (wave: number) => ({ wave });

test("published and measured figures are joined by a dashed line, published ones not at all", () => {
    expect(joints([published, published, measured(1), measured(2)])).toEqual([
        { from: 1, to: 2, dashed: true },
        { from: 2, to: 3, dashed: false },
    ]);
    expect(joints([measured(1)])).toEqual([]);
});
