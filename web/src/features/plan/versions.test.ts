import { expect, test } from "vitest";
import { isInForce } from "./versions.ts";

const version = { status: "in_force", in_force_from: "2025-04-01", in_force_until: "2026-07-01" } as const;

test("a version counts from its first day to the day before the next one begins", () => {
    const days = ["2025-03-31", "2025-04-01", "2026-06-30", "2026-07-01"];
    expect(days.map((day) => isInForce(version, day))).toEqual([false, true, true, false]);
    expect(isInForce({ ...version, in_force_until: null }, "2030-01-01")).toBe(true);
});

test("a draft never counts, and an earlier version still does on a day of its own", () => {
    expect(isInForce({ ...version, status: "draft", in_force_from: null }, "2025-10-01")).toBe(false);
    expect(isInForce({ ...version, status: "superseded" }, "2025-10-01")).toBe(true);
});
