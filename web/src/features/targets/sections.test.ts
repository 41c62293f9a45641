import { expect, test } from "vitest";
import { shownSections, usualDays } from "./sections.ts";

test("departments and sections are shown, teams are not; under a single top unit one step deeper", () => {
    const rows = [0, 1, 2, 0, 1].map((depth, id) => ({ depth, id }));
    expect(shownSections(rows).map(({ id }) => id)).toEqual([0, 1, 3, 4]);
    expect(shownSections([0, 1, 2, 3].map((depth, id) => ({ depth, id }))).map(({ id }) => id)).toEqual([0, 1, 2]);
});

test("the usual days of a freeze are the turns of the year that have come", () => {
    expect(usualDays("2026-06-01")).toEqual(["2026-04-01", "2026-03-31", "2025-04-01", "2025-03-31"]);
    expect(usualDays("2026-03-31")).toEqual(["2026-03-31", "2025-04-01", "2025-03-31"]);
});
