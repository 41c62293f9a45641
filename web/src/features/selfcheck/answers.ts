// What a section answers: as it was saved, as it is typed, and what keeps it from being submitted.
import type { Schema } from "../../api/types.ts";

export type CheckForm = Schema<"CheckForm">;
export type Answer = Schema<"CheckAnswer">;
export type Choice = Schema<"Choice">;
export type Remedy = Schema<"Remedy">;
export type Item = Schema<"CheckItem">;

export const choices = ["yes", "partly", "no", "not_applicable"] as const satisfies readonly Choice[];

/** An answer as it is typed; `what`, `who` and `due` are the remedy of a "no" or "partly". */
export interface Typed extends Record<string, unknown> {
    answer: Choice | null;
    remark: string;
    what: string;
    who: string;
    due: string;
}
export type TypedAnswers = Readonly<Record<string, Typed>>;

export const needsRemedy = (answer: Choice | null) => answer === "no" || answer === "partly";

export const typedOf = (answer: Answer): Typed => ({
    answer: answer.answer ?? null,
    remark: answer.remark,
    what: answer.remedy?.what ?? "",
    who: answer.remedy?.who ?? "",
    due: answer.remedy?.due ?? "",
});

export const typedFrom = (answers: readonly Answer[]): TypedAnswers =>
    Object.fromEntries(answers.map((answer) => [answer.item, typedOf(answer)]));

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Items that are not as they were. */
export const changedItems = (before: TypedAnswers, now: TypedAnswers) =>
    Object.keys(now).filter((item) => !same(before[item], now[item]));

/** Items that both changed, and differently. */
export const clashingItems = (base: TypedAnswers, mine: TypedAnswers, theirs: TypedAnswers) =>
    changedItems(base, mine).filter((item) => !same(base[item], theirs[item]) && !same(mine[item], theirs[item]));

/** Theirs with every item in it that I changed. */
export function togetherWith(base: TypedAnswers, mine: TypedAnswers, theirs: TypedAnswers): TypedAnswers {
    return { ...theirs, ...Object.fromEntries(changedItems(base, mine).map((item) => [item, mine[item] as Typed])) };
}

/** What is sent of these items. A remedy goes along as soon as it has its day, until then it waits in the browser. */
export const toSend = (answers: TypedAnswers, items: readonly string[]): Schema<"SelfcheckAnswerInput">[] =>
    items.flatMap((item) => {
        const typed = answers[item];
        if (!typed) return [];
        const { answer, remark, what, who, due } = typed;
        const remedy = needsRemedy(answer) && due ? { what: what.trim(), who: who.trim(), due } : null;
        return [{ item, answer, remark: remark.trim(), remedy }];
    });

export type Lack = "answer" | "what" | "who" | "due";

/** What is still missing, item by item in the list's order. */
export const lacking = (items: readonly Item[], answers: TypedAnswers): { item: string; lacks: Lack[] }[] =>
    items.map(({ code }) => ({ item: code, lacks: lacksOf(answers[code]) })).filter(({ lacks }) => lacks.length > 0);

function lacksOf(typed: Typed | undefined): Lack[] {
    if (!typed || typed.answer === null) return ["answer"];
    if (!needsRemedy(typed.answer)) return [];
    return (["what", "who", "due"] as const).filter((field) => !typed[field].trim());
}

export const answeredOf = (items: readonly Item[], answers: TypedAnswers) =>
    items.filter(({ code }) => answers[code]?.answer != null).length;
