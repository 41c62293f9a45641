import { describe, expect, it } from "vitest";
import { columnsByNeed } from "../skills/columns.ts";
import { lacksOf } from "./missing.ts";
import { branches, inSight, pathTo, type Unit } from "./tree.ts";

const unit = (id: number, parent: number | null): Unit => ({
    id,
    parent,
    code: "",
    name: "",
    kind: "",
    depth: 0,
    tags: [],
    valid_from: "2020-04-01",
    valid_until: null,
    succeeded_by: null,
    heads: [],
    people: 0,
});
const units = [unit(1, null), unit(2, 1), unit(3, 2), unit(4, 1), unit(5, null)];

describe("the organisation", () => {
    it("leads from the top to a unit at any depth", () => {
        expect(pathTo(units, 3).map(({ id }) => id)).toEqual([1, 2, 3]);
        expect(pathTo(units, 99)).toEqual([]);
    });
    it("shows what lies below only while everything above is open", () => {
        expect(inSight(units, new Set([2])).map(({ id }) => id)).toEqual([1, 5]);
        expect(inSight(units, new Set([1, 2])).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
        expect([...branches(units)]).toEqual([1, 2]);
    });
});

describe("what a section lacks", () => {
    it("comes in the order of how many lack it, without those on leave", () => {
        const columns = ["a", "b", "c"].map((code) => ({ code, name: code, name_en: "", area: "" }));
        const person = (staff: number, cells: ("missing" | "held" | "none")[], on_leave = false) => ({
            staff,
            name: "",
            rank: "",
            on_leave,
            cells,
        });
        const rows = [
            person(1, ["held", "missing", "missing"]),
            person(2, ["held", "missing", "held"]),
            person(3, ["missing", "missing", "missing"], true),
        ];
        expect(lacksOf({ columns, rows }).map(({ code, missing, needed }) => [code, missing, needed])).toEqual([
            ["b", 2, 2],
            ["c", 1, 2],
        ]);
    });
});

describe("people × skills", () => {
    it("puts first what most of them need", () => {
        const columns = ["a", "b"].map((code) => ({ code, name: code, name_en: "", area: "" }));
        const row = (cells: ("none" | "held" | "undecided")[]) => ({ staff: 1, name: "", rank: "", on_leave: false, cells });
        expect(
            columnsByNeed({ columns, rows: [row(["none", "held"]), row(["none", "undecided"])] }).map(({ index }) => index),
        ).toEqual([1, 0]);
    });
});
