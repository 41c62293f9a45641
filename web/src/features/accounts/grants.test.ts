import { expect, test } from "vitest";
import { grantsOf } from "./grants.ts";

test("a role that stays keeps its units, one that is taken away loses them, a new one reaches as far as the role does", () => {
    const before = [
        { role: "section_head", unit: 3 },
        { role: "section_head", unit: 7 },
        { role: "staff", unit: null },
    ] as const;
    expect(grantsOf(["section_head", "adviser"], before)).toEqual([
        { role: "section_head", unit: 3 },
        { role: "section_head", unit: 7 },
        { role: "adviser", unit: null },
    ]);
});
