import { expect, test } from "vitest";
import type { Schema } from "../../api/types.ts";
import { narrowed, trendOf } from "./heat.ts";

const row = (unit_name: string, part: Partial<Schema<"TableRow">>) =>
    ({ unit_name, submitted: true, open_remedies: 0, overdue_remedies: 0, ...part }) as Schema<"TableRow">;
const rows = [
    row("総務部 総務課", { submitted: false }),
    row("総務部 情報政策課", { open_remedies: 2, overdue_remedies: 1 }),
    row("市民部 市民課", { open_remedies: 1 }),
];
const names = (some: readonly Schema<"TableRow">[]) => some.map(({ unit_name }) => unit_name);

test("the table is narrowed by the section's name and by what it still owes", () => {
    expect(names(narrowed(rows, " 総務部", ""))).toHaveLength(2);
    expect(names(narrowed(rows, "", "not_submitted"))).toEqual(["総務部 総務課"]);
    expect(names(narrowed(rows, "", "remedies"))).toEqual(["総務部 情報政策課", "市民部 市民課"]);
    expect(names(narrowed(rows, "市民", "overdue"))).toEqual([]);
    expect(names(narrowed(rows, "", "no such filter"))).toHaveLength(3);
});

test("an answer got better or worse only where both years can be compared", () => {
    expect(trendOf("yes", "no")).toBe("better");
    expect(trendOf("no", "partly")).toBe("worse");
    expect(trendOf("partly", "partly")).toBeNull();
    expect(trendOf("yes", "not_applicable")).toBeNull();
    expect(trendOf("yes", null)).toBeNull();
});
