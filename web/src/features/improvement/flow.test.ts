import { expect, test } from "vitest";
import { emptyStep, figureFrom, gainOf, hoursOf, toDrafts, toSteps, unreadable } from "./flow.ts";

const step = (minutes: number, people: number, times: number) => ({ minutes, people, times });

test("hours a year are minutes × people × times ÷ 60, rounded once for the whole flow", () => {
    expect(hoursOf([step(30, 2, 240)])).toBe(240);
    // Three steps of 1/60 hour: each alone would round to nothing.
    expect(hoursOf([step(1, 1, 1), step(1, 1, 1), step(1, 1, 1)])).toBe(0.1);
    expect(hoursOf([])).toBe(0);
});

test("halves of a tenth go away from zero, and tenths of a minute are not lost", () => {
    expect(hoursOf([step(3, 1, 1)])).toBe(0.1);
    expect(hoursOf([step(0.1, 1, 30)])).toBe(0.1);
    expect(hoursOf([step(0.1, 1, 29)])).toBe(0);
    expect(hoursOf([step(0.3, 1, 1000)])).toBe(5);
});

test("what is saved is worth the cost of an hour, less what the tools cost", () => {
    expect(gainOf([step(30, 2, 240)], [step(10, 1, 240)], 4000, 120_000)).toEqual({
        before: 240,
        after: 40,
        saved: 200,
        yen_saved: 800_000,
        tool_yen: 120_000,
        yen: 680_000,
    });
});

test("without a cost of an hour there are hours and no yen", () => {
    expect(gainOf([step(60, 1, 10)], [], 0, 5000)).toMatchObject({ saved: 10, yen_saved: null, yen: null });
});

test("a change that takes longer says so in hours and yen", () => {
    expect(gainOf([step(60, 1, 10)], [step(60, 1, 11)], 2835)).toMatchObject({ saved: -1, yen: -2835 });
    // 0.1 h at 2,835 yen is 283.5 yen: away from zero on both sides.
    expect(gainOf([step(6, 1, 1)], [], 2835).yen).toBe(284);
    expect(gainOf([], [step(6, 1, 1)], 2835).yen).toBe(-284);
});

test("figures are read as people type them", () => {
    expect(figureFrom("１，２００")).toBe(1200);
    expect(figureFrom(" 7.5 ")).toBe(7.5);
    expect(figureFrom("約30")).toBeNull();
    expect(figureFrom("")).toBeNull();
});

test("a row left empty is no step; a row begun must be finished", () => {
    const [empty] = [emptyStep([])];
    const begun = { ...emptyStep([empty]), name: "受付", minutes: "5", times: "毎日" };
    expect(unreadable([empty, begun])).toEqual([{ key: "1", field: "times" }]);
    expect(toSteps([empty, { ...begun, times: "２４０" }])).toEqual([{ name: "受付", minutes: 5, people: 1, times: 240 }]);
    expect(unreadable([{ ...begun, times: "240", people: "1.5" }])).toEqual([{ key: "1", field: "people" }]);
});

test("steps come back into the form as they were sent", () => {
    const sent = [{ name: "入力", minutes: 7.5, people: 2, times: 52 }];
    expect(toSteps(toDrafts(sent))).toEqual(sent);
    expect(emptyStep(toDrafts(sent)).key).toBe("1");
});
