import { expect, test } from "vitest";
import { placesOf, Refusal, saidOf } from "./refusal.ts";

const ja = (text: string) => text;
const en = (_: string, text: string) => text;
const refusal = new Refusal(422, {
    code: "rows_refused",
    message: "取り込めない行があります。",
    message_en: "Some rows cannot be imported.",
    detail: "1行を取り込めません。",
    detail_en: "1 row cannot be imported.",
    problems: [
        { pointer: "3行目 氏名", problem: "読めない文字です。", problem_en: "It cannot be read." },
        { pointer: "/columns/3", problem: "列が二度選ばれています。", problem_en: "The column is chosen twice." },
        { pointer: "", problem: "1行を取り込めません。", problem_en: "1 row cannot be imported." },
    ],
});

test("a refusal says its detail in the reader's language", () => {
    expect(saidOf(refusal, ja)).toBe("取り込めない行があります。 1行を取り込めません。");
    expect(saidOf(refusal, en)).toBe("Some rows cannot be imported. 1 row cannot be imported.");
});

test("wrong places name the row, not a pointer, and do not repeat the detail", () => {
    expect(placesOf(refusal, ja)).toEqual(["3行目 氏名: 読めない文字です。", "列が二度選ばれています。"]);
});

test("a refusal without a detail is its sentence alone", () => {
    expect(saidOf(new Refusal(409, { code: "in_use", message: "使われています。", message_en: "In use." }), ja)).toBe(
        "使われています。",
    );
});
