// In which order the skills of a section stand.
import type { Schema } from "../../api/types.ts";

type PersonHeat = Schema<"PersonHeat">;

/** What most people need comes first, so that the part in view says most; among equals the order of the plan. */
export function columnsByNeed({ columns, rows }: Pick<PersonHeat, "columns" | "rows">) {
    const concerned = (index: number) => rows.filter(({ cells }) => (cells[index] ?? "none") !== "none").length;
    return columns
        .map((column, index) => ({ column, index, people: concerned(index) }))
        .sort((a, b) => b.people - a.people || a.index - b.index);
}
