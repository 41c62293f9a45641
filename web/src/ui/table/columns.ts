// What a column is, and how its values are put in order.
import type { ReactNode } from "react";

export interface Column<Row> {
    key: string;
    head: string;
    /** What is sorted by and written out: kana for a name, ISO text for a date. `null` comes last. */
    value: (row: Row) => string | number | null;
    /** What is shown; the value itself when left out. */
    cell?: (row: Row) => ReactNode;
    numeric?: boolean;
    /** In pixels; the first column defaults to 200, the others to 140. */
    width?: number;
    /** Not shown until chosen. */
    hidden?: boolean;
    sortable?: boolean;
}

/** What a heading needs so that no Latin word in it breaks, beside its padding and the sign of its order. */
export const headWidth = (head: string) =>
    Math.ceil(Math.max(0, ...(head.match(/[\w-]+/g) ?? []).map((word) => word.length)) * 8.8) + 42;

const collator = new Intl.Collator("ja", { numeric: true });

export function compareValues(a: string | number | null, b: string | number | null): number {
    if (a === b) return 0;
    if (a === null || a === "") return b === null || b === "" ? 0 : 1;
    if (b === null || b === "") return -1;
    if (typeof a === "number" && typeof b === "number") return a - b;
    return collator.compare(String(a), String(b));
}

export interface Order {
    key: string;
    descending: boolean;
}

/** In the address `kana` is ascending, `-kana` descending. */
export function orderFrom(text: string): Order | null {
    if (!text) return null;
    return text.startsWith("-") ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** The next order when a heading is pressed: up, down, as it came. */
export function nextOrder(now: Order | null, key: string, only_up = false): string {
    if (now?.key !== key) return key;
    return now.descending || only_up ? "" : `-${key}`;
}
