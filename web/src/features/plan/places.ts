// Where something stands in a plan, in words: the server points with /categories/3/note, people read 人材区分「…」の備考.
import { keyOf, type PlanItem } from "./cells.ts";
import { nameOfCode, type Plan, type TableName, tables } from "./tables.ts";

const isTable = (name: string): name is TableName => name in tables;
const itemsOf = (plan: Plan, table: TableName) => plan[table] as unknown as readonly PlanItem[];

/** What an item is called in a list of its table. */
export function nameOfItem(plan: Plan, table: string, item: PlanItem): string {
    const text = (name: string) => String(item[name] ?? "");
    if (table === "requirements")
        return `${nameOfCode(plan, "skills", text("skill"))} × ${nameOfCode(plan, "categories", text("category"))}`;
    if (table === "targets") return `${nameOfCode(plan, "levels", text("level"))} ${text("fiscal_year")}`;
    if (table === "year_plan") return nameOfCode(plan, "courses", text("course")) || text("activity");
    return text("name") || text("title") || text("term") || text("option") || text("action") || text("text");
}

export interface Place {
    table: string;
    item: string;
    member: string;
}

/** Reads a pointer of the server; what the plan does not have stays as it is written. */
export function placeOf(plan: Plan, pointer: string): Place {
    const [table = "", second = "", third = ""] = pointer.split("/").slice(1);
    if (!isTable(table)) return { table, item: "", member: second };
    const item = itemsOf(plan, table)[Number(second)];
    return { table, item: item ? nameOfItem(plan, table, item) : second, member: third };
}

export function findItem(plan: Plan, table: string, key: string): PlanItem | undefined {
    if (table === "document" || table === "population") return plan[table] as unknown as PlanItem;
    return isTable(table) ? itemsOf(plan, table).find((item) => keyOf(table, item) === key) : undefined;
}
