import { expect, test } from "vitest";
import { Refusal } from "../../api/refusal.ts";
import { type Candidate, nearby, numberOf, refusedPeople, waiting } from "./level.ts";

const candidate = (staff: number, fulfils: boolean) => ({ staff, fulfils }) as Candidate;

test("who fulfils the rule can be certified, who is near is only shown", () => {
    const rows = [candidate(1, true), candidate(2, false), candidate(3, true)];
    expect(waiting(rows).map(({ staff }) => staff)).toEqual([1, 3]);
    expect(nearby(rows).map(({ staff }) => staff)).toEqual([2]);
});

test("a refusal names each person; a wrong date is no person", () => {
    const refusal = new Refusal(422, {
        code: "invalid_input",
        message: "入力内容を確認してください。",
        message_en: "Please check what was entered.",
        problems: [
            { pointer: "/staff/1", problem: "佐藤 次郎(0011): 必要な研修「C2」を修了していません。", problem_en: "…" },
            { pointer: "/certified_on", problem: "認定日は今日までの日にしてください。", problem_en: "…" },
        ],
    });
    expect(refusedPeople(refusal).map(({ pointer }) => pointer)).toEqual(["/staff/1"]);
    expect(refusedPeople(null)).toEqual([]);
});

test("a number typed in full width, small letters, with spaces or long hyphens is the number on the paper", () => {
    expect(numberOf(" ２０２６ー0012－k7qx2m ")).toBe("2026-0012-K7QX2M");
    expect(numberOf("2026–0012 – K7QX2M")).toBe("2026-0012-K7QX2M");
});
