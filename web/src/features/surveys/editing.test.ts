import { expect, test } from "vitest";
import type { Survey } from "../answering/asked.ts";
import {
    aboutOf,
    addLines,
    addQuestion,
    addSection,
    changeQuestion,
    conditionsFor,
    duplicateQuestion,
    moveQuestion,
    moveSection,
    newOption,
    removeQuestion,
    withType,
} from "./editing.ts";
import { changedQuestions, clashing, together } from "./merging.ts";

const empty: Survey = {
    code: "T",
    title: "試験",
    title_en: "",
    intro: "",
    intro_en: "",
    purpose: "other",
    source: "",
    sections: ["S1", "S2"].map((code) => ({ code, title: code, title_en: "", text: "", text_en: "" })),
    questions: [],
    indicators: [],
};
const yes_no = addLines([], "はい\nいいえ", newOption);

/** Q1 and Q2 in the first section, Q3 in the second; Q2 hangs on Q1. */
function example(): Survey {
    let survey = empty;
    for (const section of ["S1", "S1", "S2"]) [survey] = addQuestion(survey, section);
    survey = changeQuestion("Q1", { options: yes_no })(survey);
    return changeQuestion("Q2", { options: yes_no, if_question: "Q1", if_any: ["o1"] })(survey);
}
const order = ({ questions }: Survey) => questions.map(({ code, section }) => `${section}.${code}`);

test("a new question comes after the chosen one, with a code that nobody has", () => {
    const [survey, code] = addQuestion(example(), "S1", "Q1");
    expect(code).toBe("Q4");
    expect(order(survey)).toEqual(["S1.Q1", "S1.Q4", "S1.Q2", "S2.Q3"]);
});

test("a question moves within its section, and past its end into the next", () => {
    const survey = example();
    expect(order(moveQuestion("Q2", 1)(survey))).toEqual(["S1.Q1", "S2.Q2", "S2.Q3"]);
    expect(order(moveQuestion("Q3", -1)(survey))).toEqual(["S1.Q1", "S1.Q2", "S1.Q3"]);
    expect(order(moveQuestion("Q1", -1)(survey))).toEqual(order(survey));
});

test("a condition goes when its question no longer comes before it", () => {
    const survey = moveQuestion("Q2", -1)(example());
    expect(order(survey)).toEqual(["S1.Q2", "S1.Q1", "S2.Q3"]);
    expect(survey.questions[0]?.if_question).toBe("");
});

test("with a question go the conditions and the indicators that hung on it", () => {
    const survey = removeQuestion("Q1")({ ...example(), indicators: [{ question: "Q1" }] as Survey["indicators"] });
    expect(survey.questions[0]).toMatchObject({ code: "Q2", if_question: "", if_any: [] });
    expect(survey.indicators).toEqual([]);
});

test("a condition forgets an option that its question no longer has", () => {
    const survey = changeQuestion("Q1", { options: yes_no.slice(1) })(example());
    expect(survey.questions[1]?.if_any).toEqual([]);
});

test("a condition may hang on earlier choices only", () => {
    expect(conditionsFor(example(), "Q2").map(({ code }) => code)).toEqual(["Q1"]);
    expect(conditionsFor(example(), "Q1")).toEqual([]);
});

test("a question of another type keeps what both have and drops what only the former had", () => {
    const many = { ...example().questions[0], type: "multiple" as const, most_choices: 2 } as Survey["questions"][number];
    const other = { ...many, options: many.options.map((option) => ({ ...option, with_text: true, alone: true })) };
    expect(withType(other, "single")).toMatchObject({ most_choices: 0, options: [{ with_text: true, alone: false }, {}] });
    expect(withType(other, "scale").options.map(({ text, with_text }) => [text, with_text])).toEqual([
        ["はい", false],
        ["いいえ", false],
    ]);
    expect(withType(other, "number").options).toEqual([]);
});

test("a copy stands beside its original and has its own code", () => {
    const [survey, copy] = duplicateQuestion(example(), "Q2");
    expect(order(survey)).toEqual(["S1.Q1", "S1.Q2", "S1.Q4", "S2.Q3"]);
    expect(survey.questions[2]).toMatchObject({ code: copy, if_question: "Q1", options: yes_no });
});

test("pasted lines become options, two columns of a sheet both languages", () => {
    const options = addLines([newOption([], "ある")], "ない\tNo\r\n\r\n わからない \tI do not know", newOption);
    expect(options.map(({ code, text, text_en }) => [code, text, text_en])).toEqual([
        ["o1", "ある", ""],
        ["o2", "ない", "No"],
        ["o3", "わからない", "I do not know"],
    ]);
});

test("the questions go with their section", () => {
    expect(order(moveSection("S2", -1)(example()))).toEqual(["S2.Q3", "S1.Q1", "S1.Q2"]);
    expect(addSection(empty)[1]).toBe("S3");
});

test("a wrong place leads to its question or section", () => {
    expect(aboutOf(example(), "/questions/1/options/0/text")).toEqual({ question: "Q2" });
    expect(aboutOf(example(), "/survey/sections/1/title")).toEqual({ section: "S2" });
    expect(aboutOf(example(), "/title")).toEqual({});
});

test("what two people changed in different questions stands together", () => {
    const base = example();
    const mine = addQuestion(changeQuestion("Q1", { text: "わたし" })(base), "S1", "Q1")[0];
    const theirs = { ...changeQuestion("Q3", { text: "あなた" })(base), title: "新しい題" };
    expect(clashing(base, mine, theirs)).toEqual([]);
    const both = together(base, mine, theirs);
    expect(order(both)).toEqual(["S1.Q1", "S1.Q4", "S1.Q2", "S2.Q3"]);
    expect([both.title, both.questions[0]?.text, both.questions[3]?.text]).toEqual(["新しい題", "わたし", "あなた"]);
});

test("a question that both changed is named, and mine stands in what is put together", () => {
    const base = example();
    const mine = changeQuestion("Q1", { text: "わたし" })(base);
    const theirs = removeQuestion("Q3")(changeQuestion("Q1", { text: "あなた" })(base));
    expect(clashing(base, mine, theirs)).toEqual(["Q1"]);
    expect(changedQuestions(base, theirs)).toEqual(["Q1", "Q3"]);
    expect(order(together(base, mine, theirs))).toEqual(["S1.Q1", "S1.Q2"]);
});
