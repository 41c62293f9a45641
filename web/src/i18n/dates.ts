// Dates as this country writes them. Programs keep ISO text; only what people read passes through here.
import type { Language } from "./wording.ts";

interface Era {
    letter: string;
    name: string;
    name_en: string;
    first_day: string;
}

// The era is decided by the day. A new era is one more line.
const eras: readonly Era[] = [
    { letter: "M", name: "明治", name_en: "Meiji", first_day: "1868-10-23" },
    { letter: "T", name: "大正", name_en: "Taisho", first_day: "1912-07-30" },
    { letter: "S", name: "昭和", name_en: "Showa", first_day: "1926-12-25" },
    { letter: "H", name: "平成", name_en: "Heisei", first_day: "1989-01-08" },
    { letter: "R", name: "令和", name_en: "Reiwa", first_day: "2019-05-01" },
];

const weekdays = { ja: ["日", "月", "火", "水", "木", "金", "土"], en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] };
const full_months_en = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const months_en = full_months_en.map((name) => name.slice(0, 3));

interface Day {
    year: number;
    month: number;
    day: number;
    weekday: number;
}

function dayOf(iso: string): Day | null {
    const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
    if (!parts) return null;
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
    return { year, month, day, weekday: date.getUTCDay() };
}

const eraOf = (iso: string) => eras.findLast((era) => era.first_day <= iso.slice(0, 10));
const yearIn = (era: Era, year: number) => year - Number(era.first_day.slice(0, 4)) + 1;
const pad = (n: number) => String(n).padStart(2, "0");

export const isoOf = (year: number, month: number, day: number) => `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;

/** `R7.10.1(水)`, in English `1 Oct 2025 (Wed)`. What is not a date comes back as it was. */
export function shortDate(iso: string, language: Language): string {
    const at = dayOf(iso);
    if (!at) return iso;
    if (language === "en") return `${at.day} ${months_en[at.month - 1]} ${at.year} (${weekdays.en[at.weekday]})`;
    const era = eraOf(iso);
    const year = era ? `${era.letter}${yearIn(era, at.year)}` : String(at.year);
    return `${year}.${at.month}.${at.day}(${weekdays.ja[at.weekday]})`;
}

/** `令和7年10月1日`, in English `1 October`-style short month, for sentences. */
export function longDate(iso: string, language: Language): string {
    const at = dayOf(iso);
    if (!at) return iso;
    if (language === "en") return `${at.day} ${months_en[at.month - 1]} ${at.year}`;
    return `${eraYear(iso, at.year)}年${at.month}月${at.day}日`;
}

function eraYear(iso: string, year: number): string {
    const era = eraOf(iso);
    if (!era) return String(year);
    const n = yearIn(era, year);
    return `${era.name}${n === 1 ? "元" : n}`;
}

/** A calendar's heading, by both counts of years: `2026年（令和8年）11月`, in English `November 2026 (Reiwa 8)`. */
export function monthName(iso: string, language: Language): string {
    const at = dayOf(iso);
    if (!at) return iso;
    const year = erasIn(at.year, at.month, language);
    if (language === "en") return `${full_months_en[at.month - 1]} ${at.year}${year && ` (${year})`}`;
    return `${at.year}年${year && `（${year}）`}${at.month}月`;
}

/** A month in which the era changes has both. */
function erasIn(year: number, month: number, language: Language): string {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const found = [...new Set([1, last].map((day) => eraOf(isoOf(year, month, day))))].flatMap((era) => (era ? [era] : []));
    return found
        .map((era) => {
            const n = yearIn(era, year);
            return language === "en" ? `${era.name_en} ${n}` : `${era.name}${n === 1 ? "元" : n}年`;
        })
        .join("・");
}

export const weekdayNames = (language: Language): readonly string[] => weekdays[language];

/** An instant as the wall clock here shows it: `R7.10.1(水) 14:05`. */
export function shortInstant(instant: string, language: Language): string {
    const at = new Date(instant);
    if (Number.isNaN(at.getTime())) return instant;
    const iso = isoOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
    return `${shortDate(iso, language)} ${at.getHours()}:${pad(at.getMinutes())}`;
}

/** The fiscal year (1 April to 31 March) a day belongs to. */
export function fiscalYearOf(iso: string): number {
    const at = dayOf(iso);
    if (!at) throw new RangeError(`not a date: ${iso}`);
    return at.month >= 4 ? at.year : at.year - 1;
}

/** `令和7年度`; with `western` `令和7年度(2025年度)`. The era is the one most of the year lies in: 2019 is 令和元年度. */
export function fiscalYear(year: number, language: Language, western = false): string {
    if (language === "en") return `FY ${year}`;
    const text = `${eraYear(isoOf(year, 10, 1), year)}年度`;
    return western ? `${text}(${year}年度)` : text;
}

export type DateProblem = "unreadable" | "year_ambiguous" | "no_such_day" | "outside_era";
export type DateReading = { iso: string; problem?: never } | { iso?: never; problem: DateProblem };

const separators = /^(\d{1,4})(?:[./\-年])(\d{1,2})(?:[./\-月])(\d{1,2})日?$/;

/** Reads `R7.4.1`, `令和7年4月1日`, `令和元年5月1日`, `2025/4/1`, `2025-04-01`, `20250401`, also in full-width characters. */
export function readDate(given: string): DateReading {
    let text = given
        .normalize("NFKC")
        .replaceAll(/[\s()日月火水木金土曜]+$|\s+/g, (tail) => (tail.startsWith("日") ? "日" : ""))
        .replace(/\([日月火水木金土]\)?$/, "")
        .replace("年元", "元年");
    const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    if (compact) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    const era = eras.find(
        ({ letter, name }) => text.startsWith(name) || text.startsWith(name.charAt(0)) || text.toUpperCase().startsWith(letter),
    );
    if (era) {
        const mark = text.startsWith(era.name) ? era.name.length : 1;
        text = text.slice(mark).replace(/^元/, "1");
    }
    const parts = separators.exec(text);
    if (!parts?.[1]) return { problem: "unreadable" };
    if (!era && parts[1].length !== 4) return { problem: "year_ambiguous" };
    const year = era ? Number(era.first_day.slice(0, 4)) + Number(parts[1]) - 1 : Number(parts[1]);
    const reading = checked(year, Number(parts[2]), Number(parts[3]));
    if (era && reading.iso && eraOf(reading.iso) !== era) return { problem: "outside_era" };
    return reading;
}

function checked(year: number, month: number, day: number): DateReading {
    const iso = isoOf(year, month, day);
    return dayOf(iso) ? { iso } : { problem: "no_such_day" };
}

export function addDays(iso: string, days: number): string {
    const at = new Date(`${iso}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + days);
    return at.toISOString().slice(0, 10);
}

/** The last day of a period that ends, as records keep it, on the first day no longer. */
export const lastDay = (end: string | null | undefined) => (end ? addDays(end, -1) : null);

/** Today here, for a first guess before the server has said what its day is. */
export function localToday(): string {
    const now = new Date();
    return isoOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
