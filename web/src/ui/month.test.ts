import { expect, test } from "vitest";
import { addMonths, movedBy, weeksOf } from "./month.ts";

test("a month stands in whole weeks from Sunday to Saturday", () => {
    const weeks = weeksOf("2026-11-21");
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe("2026-11-01");
    expect(weeks[4]).toEqual(["2026-11-29", "2026-11-30", null, null, null, null, null]);
    expect(weeksOf("2026-02-10")).toHaveLength(4);
});

test("the last day of a long month leads to the last day of a short one", () => {
    expect(addMonths("2025-03-31", -1)).toBe("2025-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2025-12-05", 1)).toBe("2026-01-05");
});

test("keys move by day, week, month and year, over the edges of a month", () => {
    expect(movedBy("ArrowRight", false, "2026-11-30")).toBe("2026-12-01");
    expect(movedBy("ArrowUp", false, "2026-11-03")).toBe("2026-10-27");
    expect(movedBy("Home", false, "2026-11-21")).toBe("2026-11-15");
    expect(movedBy("PageDown", false, "2026-11-21")).toBe("2026-12-21");
    expect(movedBy("PageUp", true, "2024-02-29")).toBe("2023-02-28");
    expect(movedBy("a", false, "2026-11-21")).toBeNull();
});
