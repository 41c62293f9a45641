// The form of a run: what it starts from, what it checks, what it sends.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { addDays, fiscalYearOf } from "../../i18n/dates.ts";
import type { Run } from "./runs.ts";

/** A session as it is typed: one day, two times. */
export interface SessionDraft {
    id: number | null;
    day: string;
    from: string;
    until: string;
    place: string;
    online_address: string;
}

export interface RunDraft extends Record<string, unknown> {
    course: string;
    name: string;
    sessions: SessionDraft[];
    attend: Run["attend"];
    apply_from: string;
    apply_until: string;
    capacity: string;
    waiting_until: string;
    per_unit: string;
    per_day: string;
    unit: number | null;
    needs_release: boolean;
    report_days: string;
    note: string;
}

export const emptySession = (like?: SessionDraft): SessionDraft => ({
    id: null,
    day: "",
    from: like?.from ?? "10:00",
    until: like?.until ?? "12:00",
    place: like?.place ?? "",
    online_address: like?.online_address ?? "",
});

const weeks_to_apply = 2;

type Proposing = Pick<Schema<"CourseLine">, "code" | "capacity">;

const usualSeats = (courses: readonly Proposing[], code: string) =>
    String(courses.find((one) => one.code === code)?.capacity || "");

/** The course's usual seats; what somebody has written themselves stays. */
export const proposedSeats = (
    { course, capacity }: Pick<RunDraft, "course" | "capacity">,
    next: string,
    courses: readonly Proposing[],
) => (capacity === usualSeats(courses, course) ? usualSeats(courses, next) : capacity);

export const newRun = (today: string, course: string, courses: readonly Proposing[] = []): RunDraft => ({
    course,
    name: "",
    sessions: [emptySession()],
    attend: "all",
    apply_from: today,
    apply_until: addDays(today, 7 * weeks_to_apply),
    capacity: usualSeats(courses, course),
    waiting_until: "",
    per_unit: "",
    per_day: "",
    unit: null,
    needs_release: false,
    report_days: "",
    note: "",
});

export const formOf = (run: Run): RunDraft => ({
    course: run.course,
    name: run.name,
    sessions: run.sessions.map(({ id, starts_at, ends_at, place, online_address }) => ({
        id,
        day: starts_at.slice(0, 10),
        from: starts_at.slice(11),
        until: ends_at.slice(11),
        place,
        online_address,
    })),
    attend: run.attend,
    apply_from: run.apply_from,
    apply_until: run.apply_until,
    capacity: run.capacity === null ? "" : String(run.capacity),
    waiting_until: run.waiting_until ?? "",
    per_unit: run.per_unit === 0 ? "" : String(run.per_unit),
    per_day: run.per_day === 0 ? "" : String(run.per_day),
    unit: run.unit,
    needs_release: run.needs_release,
    report_days: run.report_days === 0 ? "" : String(run.report_days),
    note: run.note,
});

/** The fiscal year is that of the first session; a run that is there keeps its own. */
export function formBody(draft: RunDraft, fiscal_year?: number): Schema<"RunForm"> {
    const first = draft.sessions.map(({ day }) => day).sort()[0];
    return {
        course: draft.course,
        fiscal_year: fiscal_year ?? fiscalYearOf(first || draft.apply_from),
        name: draft.name.trim(),
        capacity: draft.capacity === "" ? null : Number(draft.capacity),
        unit: draft.unit,
        per_unit: Number(draft.per_unit || 0),
        per_day: Number(draft.per_day || 0),
        apply_from: draft.apply_from,
        apply_until: draft.apply_until,
        waiting_until: (draft.capacity !== "" && draft.waiting_until) || null,
        attend: draft.attend,
        needs_release: draft.needs_release,
        report_days: Number(draft.report_days || 0),
        note: draft.note.trim(),
        sessions: draft.sessions.map(({ id, day, from, until, place, online_address }) => ({
            id,
            starts_at: `${day}T${from}`,
            ends_at: `${day}T${until}`,
            place: place.trim(),
            online_address: online_address.trim(),
        })),
    };
}

const day = v.pipe(v.string(), v.nonEmpty());

const isWhole = ({ day: on, from, until }: SessionDraft) => on !== "" && from !== "" && until !== "";

export function runCheck(m: { session_incomplete: string; session_backwards: string; number_wanted: string }) {
    const sessions = v.pipe(
        v.array(v.any() as v.GenericSchema<SessionDraft>),
        v.check((all) => all.every(isWhole), m.session_incomplete),
        v.check((all) => all.every(({ from, until }) => from < until), m.session_backwards),
    );
    const whole = v.pipe(v.string(), v.regex(/^[0-9]*$/, m.number_wanted));
    const draft = v.object({
        course: day,
        name: v.string(),
        sessions,
        attend: v.string(),
        apply_from: day,
        apply_until: day,
        capacity: whole,
        waiting_until: v.string(),
        per_unit: whole,
        per_day: whole,
        unit: v.any(),
        needs_release: v.boolean(),
        report_days: whole,
        note: v.string(),
    });
    return draft as unknown as v.GenericSchema<RunDraft, unknown>;
}
