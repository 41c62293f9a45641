import type { Schema } from "../../api/types.ts";
import { lastDay, longDate } from "../../i18n/dates.ts";
import type { words } from "./words.ts";

/** The term in a sentence, from the first to the last day in the role. */
export function termText(
    round: Pick<Schema<"Round">, "term_from" | "term_until">,
    language: "ja" | "en",
    m: ReturnType<typeof words.ja>,
): string {
    const from = longDate(round.term_from, language);
    const last = lastDay(round.term_until);
    return last ? m.until(from, longDate(last, language)) : m.from_on(from);
}
