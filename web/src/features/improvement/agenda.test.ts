import { expect, test } from "vitest";
import { addCase, changeItem, type Item, minutesOf, timesOf, wholeOf } from "./agenda.ts";
import type { CaseCard } from "./cases.ts";

const told = (id: number) => ({ id, title: `事例${id}` }) as CaseCard;
const item = (id: number, minutes: number): Item => ({ told: told(id), minutes, presenter: "" });

test("each case begins when the one before it ends", () => {
    expect(timesOf("13:30", [item(1, 10), item(2, 25), item(3, 5)])).toEqual([
        { from: "13:30", until: "13:40" },
        { from: "13:40", until: "14:05" },
        { from: "14:05", until: "14:10" },
    ]);
    expect(wholeOf([item(1, 10), item(2, 25)])).toBe(35);
});

test("a time is read as it is typed, and what is none gives no times", () => {
    expect(minutesOf("９：０５")).toBe(545);
    expect(minutesOf("25:00")).toBeNull();
    expect(timesOf("午後", [item(1, 10)])).toEqual([{ from: "", until: "" }]);
});

test("a case stands on the agenda once", () => {
    const items = addCase(addCase([], told(1)), told(1));
    expect(items).toHaveLength(1);
    expect(changeItem(items, 1, { minutes: 15 })[0]?.minutes).toBe(15);
});
