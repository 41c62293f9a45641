// What is asked of whoever has answered so far, what of it is answered, and what an answer becomes with the next choice.
import type { Schema } from "../../api/types.ts";

export type Survey = Schema<"Survey">;
export type Question = Schema<"Question">;
export type Answer = Schema<"Answer">;
export type Answers = Readonly<Record<string, Answer>>;

export const longest = { option: 200, short_text: 200, long_text: 2000 } as const;

export const blank = (question: string): Answer => ({ question, options: [], items: [], number: null, text: "" });

export const answersFrom = (list: readonly Answer[]): Answers => Object.fromEntries(list.map((one) => [one.question, one]));

/** A question under a condition is asked where the earlier one is asked too, and was answered with one of the options. */
export function isAsked(survey: Survey, question: Question, answers: Answers): boolean {
    if (!question.if_question) return true;
    const earlier = survey.questions.find(({ code }) => code === question.if_question);
    if (!earlier || earlier === question || !isAsked(survey, earlier, answers)) return false;
    return answers[earlier.code]?.options.some((option) => question.if_any.includes(option)) ?? false;
}

export const askedQuestions = (survey: Survey, answers: Answers): Question[] =>
    survey.questions.filter((question) => isAsked(survey, question, answers));

/** Whole: of a matrix every item. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
    if (!answer) return false;
    switch (question.type) {
        case "matrix":
            return question.items.every(({ code }) => answer.items.some(({ item }) => item === code));
        case "number":
            return answer.number !== null;
        case "short_text":
        case "long_text":
            return answer.text.trim() !== "";
        default:
            return answer.options.length > 0;
    }
}

const isBegun = (answer: Answer) =>
    answer.options.length > 0 || answer.items.length > 0 || answer.number !== null || answer.text.trim() !== "";

export interface Progress {
    asked: number;
    answered: number;
    /** Questions that must be answered and are not, in order. */
    missing: Question[];
}

export function progressOf(survey: Survey, answers: Answers): Progress {
    const asked = askedQuestions(survey, answers);
    const left = asked.filter((question) => !isAnswered(question, answers[question.code]));
    return {
        asked: asked.length,
        answered: asked.length - left.length,
        missing: left.filter(({ required }) => required),
    };
}

/** A choice made or taken back. What stands alone clears the others, and is cleared by them. */
export function choose(question: Question, answer: Answer, code: string): Answer {
    const one = question.type !== "multiple";
    const chosen = answer.options.includes(code);
    if (one) return keepText(question, { ...answer, options: [code] });
    const alone = (option: string) => question.options.find((each) => each.code === option)?.alone ?? false;
    if (chosen) return keepText(question, { ...answer, options: answer.options.filter((option) => option !== code) });
    const others = alone(code) ? [] : answer.options.filter((option) => !alone(option));
    return keepText(question, { ...answer, options: [...others, code] });
}

/** A single choice that need not be made can be taken back by choosing it again. */
export const letGo = (question: Question, answer: Answer): Answer => keepText(question, { ...answer, options: [], items: [] });

/** Words belong to the option that asks for them. */
function keepText(question: Question, answer: Answer): Answer {
    const asks = question.options.some(({ code, with_text }) => with_text && answer.options.includes(code));
    return asks ? answer : { ...answer, text: "" };
}

export const isFull = ({ type, most_choices }: Question, answer: Answer) =>
    type === "multiple" && most_choices > 0 && answer.options.length >= most_choices;

export const chooseFor = (answer: Answer, item: string, option: string): Answer => ({
    ...answer,
    items: [...answer.items.filter((one) => one.item !== item), { item, option }],
});

export type NumberReading = { number: number | null; problem?: "unreadable" | "outside" };

/** Takes what people type, also in full-width characters and with commas. */
export function readNumber(typed: string, { least, most }: Pick<Question, "least" | "most">): NumberReading {
    const text = typed.normalize("NFKC").replaceAll(",", "").trim();
    if (text === "") return { number: null };
    const number = Number(text);
    if (!/^[-+]?[0-9]*\.?[0-9]+$/.test(text) || !Number.isFinite(number)) return { number: null, problem: "unreadable" };
    if ((least !== null && number < least) || (most !== null && number > most)) return { number, problem: "outside" };
    return { number };
}

/** What is sent: only of what is asked, in the survey's order, and nothing that is blank. */
export const toSend = (survey: Survey, answers: Answers): Answer[] =>
    askedQuestions(survey, answers).flatMap(({ code }) => {
        const answer = answers[code];
        return answer && isBegun(answer) ? [{ ...answer, text: answer.text.trim() }] : [];
    });

/** What is kept meanwhile: everything typed, also where it is not asked any more. */
export const toKeep = (answers: Answers): Answer[] => Object.values(answers).filter(isBegun);

/** `/answers/3/options` is about the fourth answer; what is missing is named by the question itself: `/Q3`. */
export function questionOf(pointer: string, sent: readonly Answer[]): string {
    const [, first = "", place = ""] = pointer.split("/");
    return first === "answers" ? (sent[Number(place)]?.question ?? "") : first;
}
