// Two people have changed the same draft: what each changed since the draft they began with, and both together.
import type { Question, Survey } from "../answering/asked.ts";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const find = (survey: Survey, code: string) => survey.questions.find((question) => question.code === code);

/** Questions that are not as they were: changed, added or taken away. */
export function changedQuestions(before: Survey, after: Survey): string[] {
    const codes = new Set([...before.questions, ...after.questions].map(({ code }) => code));
    return [...codes].filter((code) => !same(find(before, code), find(after, code)));
}

/** Questions that both changed, and differently: these cannot be put together. */
export const clashing = (base: Survey, mine: Survey, theirs: Survey): string[] =>
    changedQuestions(base, mine).filter(
        (code) => !same(find(base, code), find(theirs, code)) && !same(find(mine, code), find(theirs, code)),
    );

/** Theirs with my changes in it; where both changed the same question, mine stands. */
export function together(base: Survey, mine: Survey, theirs: Survey): Survey {
    const changed = new Set(changedQuestions(base, mine));
    const kept = theirs.questions.flatMap((question): Question[] => {
        if (!changed.has(question.code)) return [question];
        const own = find(mine, question.code);
        return own ? [own] : [];
    });
    const added = mine.questions.filter(({ code }) => changed.has(code) && !find(theirs, code));
    const questions = added.reduce((all, question) => insertedAfter(all, question, mine), kept);
    const rest = Object.fromEntries(
        Object.entries(mine).filter(
            ([name, value]) => name !== "questions" && !same(value, (base as Record<string, unknown>)[name]),
        ),
    );
    return { ...theirs, ...rest, questions };
}

/** Where it stands in mine: after the nearest question before it that is there too. */
function insertedAfter(questions: Question[], question: Question, mine: Survey): Question[] {
    const before = mine.questions.slice(
        0,
        mine.questions.findIndex(({ code }) => code === question.code),
    );
    const neighbour = before.findLast(({ code }) => questions.some((one) => one.code === code));
    const at = questions.findIndex(({ code }) => code === neighbour?.code);
    return [...questions.slice(0, at + 1), question, ...questions.slice(at + 1)];
}
