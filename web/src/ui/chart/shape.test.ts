import { expect, test } from "vitest";
import { pointAt, radarPath, scaleFor, trendPath } from "./shape.ts";
import { heatStep, share } from "./share.ts";

test("only everybody is the last step of a heat table, only nobody the first", () => {
    expect(heatStep({ held: 0, needed: 0 })).toBe(0);
    expect(heatStep({ held: 0, needed: 300 })).toBe(1);
    expect(heatStep({ held: 1, needed: 300 })).toBe(2);
    expect(heatStep({ held: 150, needed: 300 })).toBe(3);
    expect(heatStep({ held: 299, needed: 300 })).toBe(4);
    expect(heatStep({ held: 300, needed: 300 })).toBe(5);
});

test("a share of nothing is nothing and more than all is all", () => {
    expect(share({ held: 3, needed: 0 })).toBe(0);
    expect(share({ held: 9, needed: 8 })).toBe(1);
});

test("the first axis of a radar points up and the others follow clockwise", () => {
    expect(pointAt(0, 4, 100).y).toBeCloseTo(-100);
    expect(pointAt(1, 4, 100).x).toBeCloseTo(100);
    expect(pointAt(2, 4, 100).y).toBeCloseTo(100);
    expect(radarPath([1, 1, 1, 1], 100)).toMatch(/^M0,-100L100,/);
});

test("an axis starts at nothing and ends at a round figure above the greatest value", () => {
    const scale = scaleFor([75, 96], 100);
    expect(scale(0)).toBe(0);
    expect(scale.domain()).toEqual([0, 100]);
    expect(scaleFor([], 100).domain()).toEqual([0, 1]);
});

test("a year without a value leaves a gap in the line", () => {
    expect(
        trendPath([
            { x: 0, y: 1 },
            { x: 1, y: 2 },
            { x: 2, y: null },
            { x: 3, y: 4 },
            { x: 4, y: 5 },
        ]),
    ).toBe("M0,1L1,2M3,4L4,5");
});
