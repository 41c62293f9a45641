import { expect, test } from "vitest";
import { depthsOf } from "./depths.ts";

test("each step stands one further in than what it was made from", () => {
    // A topic, its consultation, the case made of it, another section's case, a second consultation of the topic.
    const steps = [{ from: null }, { from: 0 }, { from: 1 }, { from: 2 }, { from: 0 }];
    expect(depthsOf(steps)).toEqual([0, 1, 2, 3, 1]);
});

test("what cannot be followed back begins anew", () => {
    expect(depthsOf([{}, {}])).toEqual([0, 0]);
});
