// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { cityOf } from "../api/city.ts";
import { parseSearch, stringifySearch } from "./search.ts";

test("the address keeps text as it is: leading zeros, words that look like something else", () => {
    const search = { q: "0012", on: "2025-04-01", word: "true", name: "髙橋 花子" };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
    expect(stringifySearch({ q: "", on: undefined })).toBe("");
});

test("the municipality is the first part of the address", () => {
    expect(cityOf("/hirakata/staff/12")).toBe("hirakata");
    expect(cityOf("/")).toBe("");
});
