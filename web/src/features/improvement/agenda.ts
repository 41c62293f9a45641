// The agenda while it is put together: which cases, in which order, for how long, and when each begins.
import type { Schema } from "../../api/types.ts";
import type { CaseCard } from "./cases.ts";

export type Meeting = Schema<"Meeting">;

export interface Item {
    told: CaseCard;
    minutes: number;
    presenter: string;
}

const usual_minutes = 10;

export const itemsOf = ({ items }: Meeting): Item[] =>
    items.map(({ told, minutes, presenter }) => ({ told, minutes, presenter }));

export const addCase = (items: readonly Item[], told: CaseCard): Item[] =>
    items.some((item) => item.told.id === told.id) ? [...items] : [...items, { told, minutes: usual_minutes, presenter: "" }];

export const changeItem = (items: readonly Item[], id: number, part: Partial<Item>): Item[] =>
    items.map((item) => (item.told.id === id ? { ...item, ...part } : item));

/** "13:30" as minutes of the day; nothing when it is no time of day. */
export function minutesOf(time: string): number | null {
    const parts = /^(\d{1,2}):(\d{2})$/.exec(time.normalize("NFKC").trim());
    if (!parts) return null;
    const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
    return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

const timeOf = (minutes: number) => `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`;

/** When each item begins and ends; empty texts when the beginning is no time. */
export function timesOf(starts_at: string, items: readonly Pick<Item, "minutes">[]): { from: string; until: string }[] {
    let at = minutesOf(starts_at);
    return items.map(({ minutes }) => {
        if (at === null) return { from: "", until: "" };
        const from = at;
        at += minutes;
        return { from: timeOf(from), until: timeOf(at) };
    });
}

export const wholeOf = (items: readonly Pick<Item, "minutes">[]) => items.reduce((sum, { minutes }) => sum + minutes, 0);
