// The rows of the table of answers: which are shown, and which way an answer went since the year before.
import type { Schema } from "../../api/types.ts";
import type { Choice } from "./answers.ts";

type Row = Schema<"TableRow">;

export const rowChoices = ["submitted", "not_submitted", "remedies", "overdue"] as const;

const belongs: Record<string, (row: Row) => boolean> = {
    submitted: ({ submitted }) => submitted,
    not_submitted: ({ submitted }) => !submitted,
    remedies: ({ open_remedies }) => open_remedies > 0,
    overdue: ({ overdue_remedies }) => overdue_remedies > 0,
};

/** Sections whose name has the text and which the filter asks for; an unknown filter asks for all. */
export const narrowed = (rows: readonly Row[], name: string, which: string) =>
    rows.filter((row) => row.unit_name.includes(name.trim()) && (belongs[which]?.(row) ?? true));

const order: readonly Choice[] = ["no", "partly", "yes"];

/** Nothing where the two cannot be compared or are alike. */
export function trendOf(now: Choice | null, before: Choice | null): "better" | "worse" | null {
    if (!now || !before) return null;
    const [to, from] = [order.indexOf(now), order.indexOf(before)];
    if (to < 0 || from < 0 || to === from) return null;
    return to > from ? "better" : "worse";
}
