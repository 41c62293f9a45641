// What the staff list is narrowed by: from the address to the server's question.
import type { Schema } from "../../api/types.ts";

export const filter_names = ["q", "unit", "category", "rank", "employment", "leave", "missing", "page"] as const;
export type StaffFilters = Record<(typeof filter_names)[number], string>;

/** As many as one answer holds; a larger city turns pages. */
export const page_size = 3000;

const whole = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);

/** What narrows the list and the files alike. */
export function narrowingFrom(filters: StaffFilters, on: string | undefined) {
    return {
        on,
        q: filters.q.trim() || undefined,
        unit: whole(filters.unit),
        category: filters.category || undefined,
        rank: filters.rank || undefined,
        employment: filters.employment || undefined,
        leave: filters.leave === "" ? undefined : filters.leave === "true",
        missing: filters.missing || undefined,
    };
}

export function questionFrom(filters: StaffFilters, on: string | undefined) {
    return { ...narrowingFrom(filters, on), page: whole(filters.page) ?? 1, size: page_size };
}

type ServerOrder = Schema<"StaffOrder">;
const server_orders: Record<string, ServerOrder> = { name: "kana", kana: "kana", no: "no", unit: "unit", rank: "rank" };

/** The order of a column's heading as the server knows it: it sorts all the pages, upwards. */
export const serverOrder = (column: string): ServerOrder | undefined => server_orders[column];

export type Narrowing = ReturnType<typeof narrowingFrom> & { staff?: readonly string[] };

/** An address holds so many people; more are asked for by what narrows the list. */
export const picked_at_most = 2000;

export const isNarrowed = (filters: StaffFilters) => filter_names.some((name) => name !== "page" && filters[name] !== "");

const usual = ["正規", "再任用", "任期付", "会計年度任用"];

/** The kinds of employment to choose from: the usual ones, those seen in the list, the chosen one. */
export function employmentKinds(seen: Iterable<string>, chosen: string): string[] {
    return [...new Set([...usual, ...seen, chosen])].filter(Boolean);
}
