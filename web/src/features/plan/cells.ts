// A member of a plan item as the text of one cell, the way the server's workbooks and edits hold it.
export type CellValue = string | number | boolean | null | readonly (string | number)[];

/** List items stand on lines of their own; a line break or a backslash inside an item is escaped. */
export function cellText(value: CellValue): string {
    if (value === null) return "";
    if (Array.isArray(value))
        return value.map((item) => String(item).replaceAll("\\", "\\\\").replaceAll("\n", "\\n")).join("\n");
    return String(value);
}

export type PlanItem = Readonly<Record<string, CellValue>>;

/** The key the server finds an item by, the same from version to version. */
export function keyOf(table: string, item: PlanItem): string {
    const text = (member: string) => cellText(item[member] ?? "");
    if ("code" in item) return text("code");
    if (table === "requirements") return `${text("category")}/${text("skill")}`;
    if (table === "targets") return `${text("level")}/${text("fiscal_year")}`;
    if (table === "year_plan") return `${text("fiscal_year")}/${text("band")}/${text("course")}${text("activity")}`;
    if (table === "baselines") return `${text("survey")}/${text("question_code")}/${text("option")}`;
    return text("term" in item ? "term" : "title" in item ? "title" : "name");
}

/** What differs between two sets of cells: only that is sent. */
export function changedMembers(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
    return Object.fromEntries(Object.entries(after).filter(([name, text]) => before[name] !== text));
}
