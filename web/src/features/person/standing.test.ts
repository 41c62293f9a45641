import { describe, expect, it } from "vitest";
import { wordingOf } from "../../i18n/wording.ts";
import { say } from "../../i18n/words.ts";
import { byArea, closingCourses, grouped, type SkillRow, stateOf } from "./standing.ts";
import { words } from "./words.ts";

const course = (code: string): SkillRow["courses"][number] => ({
    code,
    name: code,
    name_en: "",
    delivery: "classroom",
    provider: "city",
    reachable_from: "both",
});
const row = (skill: string, given: Partial<SkillRow> = {}): SkillRow => ({
    skill,
    name: skill,
    name_en: "",
    area: "A",
    area_name: "ICT",
    text: "",
    kind: "skill",
    mark: "required",
    needed: true,
    scope: "unspecified",
    qualifier: "",
    from: [],
    decision: null,
    self: null,
    confirmed: null,
    certified: null,
    evidence: [],
    holds: false,
    expires_on: null,
    courses: [],
    ...given,
});

describe("a person’s skills", () => {
    it("wait for the head only while a ★ is undecided", () => {
        const star = row("s", { mark: "conditional", needed: false });
        expect(stateOf(star)).toBe("undecided");
        expect(stateOf({ ...star, decision: { needed: false, reason: "", decided_on: "2025-04-01", by: "" } })).toBe("other");
        expect(stateOf({ ...star, needed: true })).toBe("missing");
    });
    it("show what is missing first and no empty group", () => {
        const groups = grouped([row("held", { holds: true }), row("missing")]);
        expect(groups.map(({ state }) => state)).toEqual(["missing", "held"]);
    });
    it("are closed first by the course that closes most, among equals by the lower one", () => {
        const rows = [
            row("a", { courses: [course("basic"), course("both")] }),
            row("b", { courses: [course("both")] }),
            row("held", { holds: true, courses: [course("useless")] }),
        ];
        expect(closingCourses(rows).map((one) => [one.course.code, one.skills.length])).toEqual([
            ["both", 2],
            ["basic", 1],
        ]);
        expect(closingCourses([row("a", { courses: [course("low"), course("high")] })])[0]?.course.code).toBe("low");
    });
    it("are counted by area, leaving out what is not needed", () => {
        const rows = [row("a", { holds: true }), row("b"), row("c", { area: "B", area_name: "データ", needed: false })];
        expect(byArea(rows)).toEqual([{ code: "A", name: "ICT", held: 1, needed: 2 }]);
    });
});

describe("n of m", () => {
    it("is said in the city’s own word for a skill, in both languages", () => {
        const own = { skill: { word: "技能", word_en: "competence" } };
        expect(say(words, "ja", wordingOf("ja", own)).n_of_m(5, 8)).toBe("必須技能 8のうち 5 を保有");
        expect(say(words, "en", wordingOf("en", own)).n_of_m(5, 8)).toBe("5 of 8 required competences held");
    });
    it("says in words when one is left", () => {
        const en = say(words, "en", wordingOf("en"));
        expect([en.missing_n(1), en.missing_n(3)]).toEqual(["One more completes them.", "3 more complete them."]);
    });
});
