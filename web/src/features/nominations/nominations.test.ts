import * as v from "valibot";
import { expect, test } from "vitest";
import type { Schema } from "../../api/types.ts";
import { askedRoutes, type Candidate, choose, firstChoice, isFull, paperOf, type SectionAnswer, seatsOf } from "./nominations.ts";
import { bodyOf, ceilingOf, formOf, newRound, ofRole, roundCheck, withCeiling } from "./roundForm.ts";

const candidate = (staff: number, more: Partial<Candidate> = {}): Candidate => ({
    staff,
    staff_no: String(staff),
    name: `職員${staff}`,
    unit_name: "企画係",
    rank: "主任",
    on_leave: false,
    against: [],
    last: null,
    move: null,
    status: null,
    reason: "",
    decision_reason: "",
    ...more,
});
const last = { since: "2025-04-01", until: "2026-04-01", terms: 1, goes_on: false, moved_from: "" };
const section = (more: Partial<SectionAnswer> = {}): SectionAnswer => ({
    unit: 1,
    unit_name: "情報課",
    unit_path: "総務部 情報課",
    asked: true,
    quota: 1,
    state: "unanswered",
    named: 0,
    going_on: 0,
    reason: "",
    answered_at: null,
    answered_by: "",
    proxy: false,
    revision: 0,
    head: null,
    reminded_at: null,
    reminded_times: 0,
    held_last_year: 0,
    ...more,
});
const role = (more: Partial<Schema<"RoleLine">> = {}): Schema<"RoleLine"> => ({
    role: "R1",
    name: "DX推進リーダー",
    name_en: "",
    routes: ["nomination", "open_call"],
    eligibility: "職位 <= 課長",
    per_section: 1,
    term_years: 1,
    renewal: "",
    note: "",
    clause: "",
    holders: 0,
    ...more,
});

test("last year's people are proposed as far as there is room and nothing speaks against them", () => {
    const people = [
        candidate(1, { last, against: [{ ja: "対象外", en: "not meant" }] }),
        candidate(2, { last }),
        candidate(3, { last }),
        candidate(4),
    ];
    expect(firstChoice(people, section())).toEqual([{ staff: 2, reason: "" }]);
    expect(firstChoice(people, section({ quota: 0 })).map(({ staff }) => staff)).toEqual([2, 3]);
    expect(firstChoice(people, section({ quota: 2, going_on: 2 }))).toEqual([]);
});

test("an answer that was given is shown as it was given, without who was taken back", () => {
    const people = [
        candidate(1, { last, status: "withdrawn" }),
        candidate(2, { status: "nominated", reason: "意欲" }),
        candidate(3, { status: "selected" }),
    ];
    expect(firstChoice(people, section({ state: "nominated" }))).toEqual([
        { staff: 2, reason: "意欲" },
        { staff: 3, reason: "" },
    ]);
    expect(firstChoice(people, section({ state: "none" })).length).toBe(2);
});

test("where one is asked for another choice takes the place; where several are, the last place closes the list", () => {
    expect(choose([{ staff: 1, reason: "" }], 2, true, 1)).toEqual([{ staff: 2, reason: "" }]);
    const two = choose([{ staff: 1, reason: "" }], 2, true, 2);
    expect(two.map(({ staff }) => staff)).toEqual([1, 2]);
    expect(isFull(two, 2)).toBe(true);
    expect(isFull([{ staff: 1, reason: "" }], 1)).toBe(false);
    expect(choose(two, 1, false, 2)).toEqual([{ staff: 2, reason: "" }]);
    expect(seatsOf({ quota: 0, going_on: 3 })).toBe(Number.POSITIVE_INFINITY);
});

test("only roles that people are asked for have rounds", () => {
    expect(askedRoutes(["position", "course"])).toEqual([]);
    expect(askedRoutes(["external", "selection", "nomination"])).toEqual(["nomination", "selection"]);
});

test("a round begins with what the plan says of the role", () => {
    const draft = newRound(role(), "open_call", "2026-06-01");
    expect(draft).toMatchObject({ role: "R1", route: "open_call", per_section: "1", eligibility: "職位 <= 課長" });
    expect(draft.closes_on).toBe("2026-06-22");
    expect(draft.term_last).toBe("2027-03-31");
    expect(bodyOf(draft)).toMatchObject({ fiscal_year: 2026, term_until: "2027-04-01", per_section: 1, max_terms: 0 });
    expect(newRound(undefined, "", "2026-11-20").term_from).toBe("2027-04-01");
    expect(ofRole(role({ term_years: 3 }), "", "2026-11-20")).toMatchObject({
        route: "nomination",
        renewal: "continuing",
        term_last: "2030-03-31",
    });
});

test("what is sent of a round comes back into the form as it was", () => {
    const draft = { ...newRound(role(), "", "2026-06-01"), max_terms: "3", note: "各課一人" };
    const body = bodyOf(draft);
    expect(formOf({ ...body, term_until: body.term_until } as Schema<"Round">)).toEqual(draft);
});

test("the highest rank writes itself into the rule and leaves the other conditions alone", () => {
    expect(withCeiling("", "課長")).toBe("職位 <= 課長");
    expect(withCeiling("任用形態 = 正規", "課長")).toBe("職位 <= 課長 and 任用形態 = 正規");
    expect(withCeiling("職位 <= 課長 and 任用形態 = 正規", "係長")).toBe("職位 <= 係長 and 任用形態 = 正規");
    expect(withCeiling("職位 <= 課長 and 任用形態 = 正規", "")).toBe("任用形態 = 正規");
    expect(withCeiling("職位 <= 課長", "")).toBe("");
    expect(ceilingOf("職位 <= 課長 and 任用形態 = 正規")).toBe("課長");
    expect(ceilingOf("任用形態 = 正規")).toBe("");
});

test("a term may last a single day but not end before it begins", () => {
    const check = roundCheck({ number_wanted: "", backwards: "backwards", term_backwards: "term backwards" });
    const draft = newRound(role(), "", "2026-06-01");
    const said = (term_last: string) => v.safeParse(check, { ...draft, term_last }).issues?.map(({ message }) => message);
    expect(said(draft.term_from)).toBeUndefined();
    expect(said("")).toBeUndefined();
    expect(said("2020-03-31")).toEqual(["term backwards"]);
});

test("each route has its own paper", () => {
    expect((["nomination", "recommendation", "selection", "open_call"] as const).map(paperOf)).toEqual([
        "nomination",
        "recommendation",
        "selection",
        "open_call",
    ]);
});
