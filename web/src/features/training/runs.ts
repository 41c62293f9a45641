// Reading runs: what stands first, how many seats are left, which days are ahead.
import type { Schema } from "../../api/types.ts";
import { longDate, shortDate } from "../../i18n/dates.ts";
import type { Language } from "../../i18n/wording.ts";

export type Run = Schema<"Run">;
export type Course = Schema<"CourseLine">;
export type Enrolment = Schema<"Enrolment">;
export type Status = Schema<"EnrolmentStatus">;

type Pair = (ja: string, en: string) => string;

/** The course, and the run's own name where it has one; where a row speaks of a person too, `name` is the person's. */
export const nameOf = (run: { course_name: string; course_name_en: string; name?: string; run_name?: string }, pair: Pair) =>
    [pair(run.course_name, run.course_name_en), run.run_name ?? run.name].filter(Boolean).join(" ");

interface Times {
    starts_at: string;
    ends_at: string;
}

const dayOf = (minute: string) => minute.slice(0, 10);
const clockOf = (minute: string) => minute.slice(11, 16).replace(/^0/, "");

/** `R8.10.5(月) 10:00〜12:00`; the day of the end is said when it is another. */
export function timesOf({ starts_at, ends_at }: Times, language: Language): string {
    const dash = language === "ja" ? "〜" : "–";
    const end = dayOf(ends_at) === dayOf(starts_at) ? clockOf(ends_at) : `${shortDate(ends_at, language)} ${clockOf(ends_at)}`;
    return `${shortDate(starts_at, language)} ${clockOf(starts_at)}${dash}${end}`;
}

/** How many seats are free; null without a limit. */
export const seatsLeft = ({ capacity, seated }: Pick<Run, "capacity" | "seated">) =>
    capacity === null ? null : Math.max(0, capacity - seated);

/** Holds a seat or may still get one. */
export const isUnderway = (status: Status) => status === "applied" || status === "accepted" || status === "waiting";

/** A day that is not over yet. */
export const isAhead = ({ ends_at }: Times, today: string) => dayOf(ends_at) >= today;
export const hasBegun = ({ starts_at }: Times, today: string) => dayOf(starts_at) <= today;

/** By month of the year, in the order given: `2026-10` with what lies in it. */
export function byMonth<T extends Times>(sessions: readonly T[]): [month: string, sessions: T[]][] {
    const months = new Map<string, T[]>();
    for (const session of sessions.toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))) {
        const month = session.starts_at.slice(0, 7);
        months.set(month, [...(months.get(month) ?? []), session]);
    }
    return [...months];
}

/** `令和8年10月` of `2026-10`. */
export function monthText(month: string, language: Language): string {
    const first = longDate(`${month}-01`, language);
    return language === "ja" ? first.replace(/1日$/, "") : first.replace(/^1 /, "");
}

/** April first, as a fiscal year goes. */
export const months_of_year = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;

const fits = ["obligation", "gap", "audience", "other"] as const satisfies readonly Course["fit"][];

/** What one must take, what closes a gap, what is meant for one, the rest; each as the server ordered it. */
export function byFit(courses: readonly Course[]): [fit: Course["fit"], courses: Course[]][] {
    return fits.flatMap((fit) => {
        const fitting = courses.filter((course) => course.fit === fit);
        return fitting.length > 0 ? [[fit, fitting] as [Course["fit"], Course[]]] : [];
    });
}

/** Those whose name, summary or skills hold every word typed. */
export function matching(courses: readonly Course[], typed: string, open_only: boolean): Course[] {
    const plain = (text: string) => text.normalize("NFKC").toLowerCase();
    const words = plain(typed).split(/\s+/).filter(Boolean);
    return courses.filter((course) => {
        if (open_only && course.runs.length === 0) return false;
        const skills = course.gives.flatMap(({ name, name_en }) => [name, name_en]);
        const text = plain([course.name, course.name_en, course.summary, ...skills].join(" "));
        return words.every((word) => text.includes(word));
    });
}

/** The day of a session's start, or of anything that begins with one. */
export const shortDay = (at: string, language: Language) => shortDate(dayOf(at), language);
