import { expect, test } from "vitest";
import { type CaseFilters, filter_names, isNarrowed, questionOf } from "./filter.ts";

const none = Object.fromEntries(filter_names.map((name) => [name, ""])) as CaseFilters;

test("without a filter the cases of the year looked at are asked for", () => {
    expect(JSON.parse(JSON.stringify(questionOf(none, 2026)))).toEqual({ fiscal_year: 2026 });
    expect(isNarrowed({ ...none, page: "2" })).toBe(false);
});

test("all years and one year are asked for by the address", () => {
    expect(questionOf({ ...none, year: "all" }, 2026).fiscal_year).toBeUndefined();
    expect(questionOf({ ...none, year: "2024" }, 2026).fiscal_year).toBe(2024);
});

test("the filter goes to the server in its words", () => {
    const filters = { ...none, q: " 窓口 ", unit: "12", stage: "effect", which: "to_confirm" };
    expect(questionOf(filters, 2026)).toMatchObject({ q: "窓口", unit: 12, stage: "effect", to_confirm: true });
    expect(questionOf(filters, 2026).mine).toBeUndefined();
    expect(isNarrowed(filters)).toBe(true);
});
