// What the editor does to a questionnaire. Every change gives a new one; codes stay, because waves are compared by them.
import type { Schema } from "../../api/types.ts";
import type { Question, Survey } from "../answering/asked.ts";

export type Option = Schema<"Option">;
export type Item = Schema<"Item">;
export type Part = Survey["sections"][number];
export type QuestionType = Schema<"QuestionType">;
export type Indicator = Schema<"Indicator">;

export const types = [
    "single",
    "multiple",
    "scale",
    "matrix",
    "number",
    "short_text",
    "long_text",
] as const satisfies readonly QuestionType[];

export const hasOptions = (type: QuestionType) =>
    type === "single" || type === "multiple" || type === "scale" || type === "matrix";

/** As another type, without what only the former type has. */
export function withType(question: Question, type: QuestionType): Question {
    const choice = type === "single" || type === "multiple";
    const options = question.options.map((option) => ({
        ...option,
        with_text: choice && option.with_text,
        alone: type === "multiple" && option.alone,
    }));
    return {
        ...question,
        type,
        options: hasOptions(type) ? options : [],
        items: type === "matrix" ? question.items : [],
        cut: type === "single" && question.cut,
        most_choices: type === "multiple" ? question.most_choices : 0,
        ...(type !== "number" && { least: null, most: null, unit: "" }),
    };
}

/** The first `Q7` that nobody has. */
export function freeCode(taken: readonly { code: string }[], prefix: string): string {
    const codes = new Set(taken.map(({ code }) => code));
    let n = taken.length + 1;
    while (codes.has(`${prefix}${n}`)) n++;
    return `${prefix}${n}`;
}

export const newOption = (options: readonly { code: string }[], text = "", text_en = ""): Option => ({
    code: freeCode(options, "o"),
    text,
    text_en,
    with_text: false,
    alone: false,
});

export const newItem = (items: readonly { code: string }[], text = "", text_en = ""): Item => ({
    code: freeCode(items, "i"),
    text,
    text_en,
});

const newQuestion = (code: string, section: string): Question => ({
    code,
    section,
    type: "single",
    text: "",
    text_en: "",
    hint: "",
    hint_en: "",
    required: true,
    options: [],
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
});

/** Questions stand in the order of their sections. */
function tidy(survey: Survey): Survey {
    const place = new Map(survey.sections.map(({ code }, index) => [code, index]));
    const at = ({ section }: Question) => place.get(section) ?? -1;
    return { ...survey, questions: [...survey.questions].sort((a, b) => at(a) - at(b)) };
}

export type Edit = (survey: Survey) => Survey;

/** After the given question, or at the end of the section. */
export function addQuestion(survey: Survey, section: string, after?: string): [Survey, string] {
    const code = freeCode(survey.questions, "Q");
    const at = survey.questions.findIndex((question) => question.code === after);
    const questions = [...survey.questions];
    questions.splice(at < 0 ? questions.length : at + 1, 0, newQuestion(code, section));
    return [tidy({ ...survey, questions }), code];
}

export const changeQuestion =
    (code: string, part: Partial<Question>): Edit =>
    (survey) =>
        dropEmptyConditions(
            tidy({
                ...survey,
                questions: survey.questions.map((question) => (question.code === code ? { ...question, ...part } : question)),
            }),
        );

/** One place up or down; past the end of a section into the next. */
export const moveQuestion =
    (code: string, step: -1 | 1): Edit =>
    (survey) => {
        const at = survey.questions.findIndex((question) => question.code === code);
        const moved = survey.questions[at];
        if (!moved) return survey;
        const neighbour = survey.questions[at + step];
        if (neighbour?.section === moved.section) {
            const questions = [...survey.questions];
            questions[at] = neighbour;
            questions[at + step] = moved;
            return dropEmptyConditions({ ...survey, questions });
        }
        const section = survey.sections[survey.sections.findIndex((one) => one.code === moved.section) + step];
        if (!section) return survey;
        const others = survey.questions.filter((question) => question !== moved);
        const there = { ...moved, section: section.code };
        return dropEmptyConditions(tidy({ ...survey, questions: step > 0 ? [there, ...others] : [...others, there] }));
    };

export function duplicateQuestion(survey: Survey, code: string): [Survey, string] {
    const original = survey.questions.find((question) => question.code === code);
    if (!original) return [survey, code];
    const [added, copy] = addQuestion(survey, original.section, code);
    return [changeQuestion(copy, { ...original, code: copy })(added), copy];
}

/** With it go the conditions and the indicators that hung on it. */
export const removeQuestion =
    (code: string): Edit =>
    (survey) =>
        dropEmptyConditions({
            ...survey,
            questions: survey.questions.filter((question) => question.code !== code),
            indicators: survey.indicators.filter(({ question }) => question !== code),
        });

/** A condition must name an earlier question and options it has. */
function dropEmptyConditions(survey: Survey): Survey {
    const questions = survey.questions.map((question, at) => {
        if (!question.if_question) return question;
        const earlier = survey.questions.slice(0, at).find(({ code }) => code === question.if_question);
        const if_any = question.if_any.filter((code) => earlier?.options.some((option) => option.code === code));
        if (!earlier) return { ...question, if_question: "", if_any: [] };
        return if_any.length === question.if_any.length ? question : { ...question, if_any };
    });
    return { ...survey, questions };
}

/** What a condition may hang on: an earlier choice. */
export const conditionsFor = (survey: Survey, code: string): Question[] =>
    survey.questions
        .slice(
            0,
            survey.questions.findIndex((question) => question.code === code),
        )
        .filter(({ type, options }) => type !== "matrix" && hasOptions(type) && options.length > 0);

/** Lines become options or items; a tab parts the English from the Japanese, as two columns of a sheet are pasted. */
export function addLines<L>(
    list: readonly L[],
    text: string,
    make: (list: readonly L[], text: string, text_en: string) => L,
): L[] {
    const all = [...list];
    for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== "")) {
        const [ja = "", en = ""] = line.split("\t");
        all.push(make(all, ja.trim(), en.trim()));
    }
    return all;
}

export function moved<T>(list: readonly T[], at: number, step: -1 | 1): T[] {
    const other = list[at + step];
    const own = list[at];
    if (other === undefined || own === undefined) return [...list];
    const next = [...list];
    next[at] = other;
    next[at + step] = own;
    return next;
}

export function addSection(survey: Survey): [Survey, string] {
    const code = freeCode(survey.sections, "S");
    const section: Part = { code, title: "", title_en: "", text: "", text_en: "" };
    return [{ ...survey, sections: [...survey.sections, section] }, code];
}

export const changeSection =
    (code: string, part: Partial<Part>): Edit =>
    (survey) => ({
        ...survey,
        sections: survey.sections.map((section) => (section.code === code ? { ...section, ...part } : section)),
    });

export const moveSection =
    (code: string, step: -1 | 1): Edit =>
    (survey) =>
        dropEmptyConditions(
            tidy({
                ...survey,
                sections: moved(
                    survey.sections,
                    survey.sections.findIndex((section) => section.code === code),
                    step,
                ),
            }),
        );

export const removeSection =
    (code: string): Edit =>
    (survey) => ({ ...survey, sections: survey.sections.filter((section) => section.code !== code) });

/** What a wrong place of the server is about. */
export function aboutOf(survey: Survey, pointer: string): { question?: string; section?: string } {
    const [, list, place = ""] = /\/(questions|sections)\/([^/]+)/.exec(pointer) ?? [];
    const named = (of: readonly { code: string }[]) => (/^\d+$/.test(place) ? of[Number(place)]?.code : place);
    if (list === "questions") return { question: named(survey.questions) };
    if (list === "sections") return { section: named(survey.sections) };
    return {};
}
