import { expect, test } from "vitest";
import {
    type Answer,
    answersFrom,
    askedQuestions,
    blank,
    choose,
    chooseFor,
    isFull,
    progressOf,
    type Question,
    questionOf,
    readNumber,
    type Survey,
    toSend,
} from "./asked.ts";

const option = (code: string, more: Partial<Question["options"][number]> = {}) => ({
    code,
    text: code,
    text_en: "",
    with_text: false,
    alone: false,
    ...more,
});
const question = (code: string, more: Partial<Question> = {}): Question => ({
    code,
    section: "S1",
    type: "single",
    text: code,
    text_en: "",
    hint: "",
    hint_en: "",
    required: false,
    options: [option("yes"), option("no")],
    items: [],
    least: null,
    most: null,
    unit: "",
    most_choices: 0,
    if_question: "",
    if_any: [],
    cut: false,
    text_lost: false,
    note: "",
    clause: "",
    ...more,
});
const survey = (...questions: Question[]) => ({ questions }) as Survey;
const chosen = (code: string, ...options: string[]): Answer => ({ ...blank(code), options });

const chain = survey(
    question("Q1", { required: true }),
    question("Q2", { if_question: "Q1", if_any: ["yes"], required: true }),
    question("Q3", { if_question: "Q2", if_any: ["no"] }),
);

test("a question under a condition is asked only where the earlier one was answered so", () => {
    const codes = (...given: Answer[]) => askedQuestions(chain, answersFrom(given)).map(({ code }) => code);
    expect(codes()).toEqual(["Q1"]);
    expect(codes(chosen("Q1", "yes"))).toEqual(["Q1", "Q2"]);
    expect(codes(chosen("Q1", "yes"), chosen("Q2", "no"))).toEqual(["Q1", "Q2", "Q3"]);
});

test("when an earlier answer changes, what hung on it is neither asked nor sent, and comes back with it", () => {
    const answers = answersFrom([chosen("Q1", "no"), chosen("Q2", "no"), chosen("Q3", "yes")]);
    expect(toSend(chain, answers).map(({ question }) => question)).toEqual(["Q1"]);
    const back = { ...answers, Q1: chosen("Q1", "yes") };
    expect(toSend(chain, back)).toHaveLength(3);
});

test("the progress counts what is asked, and names what must still be answered", () => {
    const { asked, answered, missing } = progressOf(chain, answersFrom([chosen("Q1", "yes")]));
    expect([asked, answered]).toEqual([2, 1]);
    expect(missing.map(({ code }) => code)).toEqual(["Q2"]);
});

test("a matrix is answered when each item is", () => {
    const matrix = question("M", {
        type: "matrix",
        required: true,
        items: ["a", "b"].map((code) => ({ code, text: code, text_en: "" })),
    });
    const half = chooseFor(blank("M"), "a", "yes");
    expect(progressOf(survey(matrix), { M: half }).missing).toEqual([matrix]);
    expect(progressOf(survey(matrix), { M: chooseFor(half, "b", "no") }).missing).toEqual([]);
    expect(chooseFor(half, "a", "no").items).toEqual([{ item: "a", option: "no" }]);
});

test("what stands alone clears the others, and the others clear it", () => {
    const many = question("Q", { type: "multiple", options: [option("a"), option("b"), option("none", { alone: true })] });
    const both = choose(many, choose(many, blank("Q"), "a"), "b");
    expect(both.options).toEqual(["a", "b"]);
    const none = choose(many, both, "none");
    expect(none.options).toEqual(["none"]);
    expect(choose(many, none, "b").options).toEqual(["b"]);
    expect(choose(many, none, "none").options).toEqual([]);
});

test("no more is chosen than may be", () => {
    const three = question("Q", { type: "multiple", most_choices: 2 });
    expect(isFull(three, chosen("Q", "yes"))).toBe(false);
    expect(isFull(three, chosen("Q", "yes", "no"))).toBe(true);
});

test("the words beside an option go with it", () => {
    const other = question("Q", { options: [option("a"), option("other", { with_text: true })] });
    const said = { ...choose(other, blank("Q"), "other"), text: "紙の台帳" };
    expect(choose(other, said, "other").text).toBe("紙の台帳");
    expect(choose(other, said, "a").text).toBe("");
});

test("a number is read as people type it, and refused outside its bounds", () => {
    expect(readNumber("１，２００", { least: 0, most: null })).toEqual({ number: 1200 });
    expect(readNumber("", { least: 0, most: 10 })).toEqual({ number: null });
    expect(readNumber("11", { least: 0, most: 10 })).toEqual({ number: 11, problem: "outside" });
    expect(readNumber("十", { least: null, most: null })).toEqual({ number: null, problem: "unreadable" });
    expect(readNumber("1e3", { least: null, most: null })).toEqual({ number: null, problem: "unreadable" });
});

test("a wrong place of the server leads to its question", () => {
    const sent = [chosen("Q1", "yes"), chosen("Q7", "no")];
    expect(questionOf("/answers/1/options", sent)).toBe("Q7");
    expect(questionOf("/Q3", sent)).toBe("Q3");
});
