import type { Refusal } from "../../api/refusal.ts";
import { type Answer, questionOf, type Survey } from "./asked.ts";

/** What the server found wrong with the answers, by question. */
export function problemsBy(
    survey: Survey,
    refusal: Refusal,
    sent: readonly Answer[],
    pair: (ja: string, en: string) => string,
): Record<string, string> {
    const known = new Set(survey.questions.map(({ code }) => code));
    const found = refusal.problems.map((one) => [questionOf(one.pointer, sent), pair(one.problem, one.problem_en)] as const);
    return Object.fromEntries(found.filter(([question]) => known.has(question)));
}
