// A month as a sheet of weeks, and how the keys move over it.
import { addDays, isoOf } from "../i18n/dates.ts";

const partsOf = (iso: string) => iso.split("-").map(Number) as [number, number, number];
const weekdayOf = (iso: string) => new Date(`${iso}T00:00:00Z`).getUTCDay();
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The weeks of the month a day lies in, from Sunday to Saturday; null before the first and after the last of the month. */
export function weeksOf(iso: string): (string | null)[][] {
    const [year, month] = partsOf(iso);
    const first = weekdayOf(isoOf(year, month, 1));
    const days = lastDay(year, month);
    return Array.from({ length: Math.ceil((first + days) / 7) }, (_, week) =>
        Array.from({ length: 7 }, (_, weekday) => {
            const day = week * 7 + weekday - first + 1;
            return day < 1 || day > days ? null : isoOf(year, month, day);
        }),
    );
}

/** So many months on; the 31st becomes the last day of a shorter month. */
export function addMonths(iso: string, months: number): string {
    const [year, month, day] = partsOf(iso);
    const at = new Date(Date.UTC(year, month - 1 + months, 1));
    const [to_year, to_month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
    return isoOf(to_year, to_month, Math.min(day, lastDay(to_year, to_month)));
}

/** Where a key leads from a day: arrows by day and week, Home and End within the week, Page keys by month, with Shift by year. */
export function movedBy(key: string, shift: boolean, iso: string): string | null {
    switch (key) {
        case "ArrowLeft":
            return addDays(iso, -1);
        case "ArrowRight":
            return addDays(iso, 1);
        case "ArrowUp":
            return addDays(iso, -7);
        case "ArrowDown":
            return addDays(iso, 7);
        case "Home":
            return addDays(iso, -weekdayOf(iso));
        case "End":
            return addDays(iso, 6 - weekdayOf(iso));
        case "PageUp":
            return addMonths(iso, shift ? -12 : -1);
        case "PageDown":
            return addMonths(iso, shift ? 12 : 1);
        default:
            return null;
    }
}
