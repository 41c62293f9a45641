// The roll of a run: who came to which session, and what they leave with.
import type { Schema } from "../../api/types.ts";
import type { Enrolment } from "./runs.ts";

export type Presence = Schema<"AttendanceMark">["mark"];
export type Marked = { mark: Presence; reason: string };
/** By person and session. */
export type Sheet = Readonly<Record<string, Marked | undefined>>;

export const cellOf = (staff: number, session: number) => `${staff} ${session}`;

export const holdsSeat = ({ status }: Pick<Enrolment, "status">) =>
    status === "accepted" || status === "completed" || status === "not_completed";

export function sheetOf(enrolments: readonly Enrolment[]): Sheet {
    return Object.fromEntries(
        enrolments.flatMap(({ staff, attendance }) =>
            attendance.map(({ session, mark, reason }) => [cellOf(staff, session), { mark, reason }]),
        ),
    );
}

const order = ["present", "late", "absent"] as const;
const keys: Record<string, Presence> = { "1": "present", "2": "late", "3": "absent", o: "present", l: "late", a: "absent" };

/** What a key enters in a cell; Space goes through the marks, other keys enter nothing. */
export function markBy(key: string, now: Presence | undefined): Presence | null {
    if (key === " ") return order[(now === undefined ? 0 : order.indexOf(now) + 1) % order.length] ?? null;
    return keys[key.normalize("NFKC").toLowerCase()] ?? null;
}

/** What is to be sent for a session: the marks that differ from what the server has. */
export function changesOf(session: number, before: Sheet, now: Sheet): Schema<"MarkInput">[] {
    return Object.entries(now).flatMap(([cell, marked]) => {
        const [staff, of] = cell.split(" ").map(Number);
        const old = before[cell];
        if (of !== session || staff === undefined || !marked) return [];
        return old?.mark === marked.mark && old.reason === marked.reason ? [] : [{ staff, ...marked }];
    });
}

export type Outcome = "completed" | "not_completed" | "";
export type Outcomes = Readonly<Record<number, { outcome: Outcome; reason: string }>>;

/** The outcome that stands; for a seat without one nothing is decided. */
export const outcomesOf = (enrolments: readonly Enrolment[]): Outcomes =>
    Object.fromEntries(
        enrolments.filter(holdsSeat).map(({ id, status, last_reason }) => [
            id,
            {
                outcome: status === "accepted" ? "" : (status as Outcome),
                reason: status === "not_completed" ? last_reason : "",
            },
        ]),
    );

/** Who has come as the run asks and is undecided completes. */
export const completeAttended = (enrolments: readonly Enrolment[], now: Outcomes): Outcomes =>
    Object.fromEntries(
        Object.entries(now).map(([id, result]) => {
            const came = enrolments.find((one) => one.id === Number(id))?.attended;
            return [id, came && result.outcome === "" ? { outcome: "completed", reason: "" } : result];
        }),
    );

/** What is to be sent: only what differs. */
export function resultsOf(enrolments: readonly Enrolment[], now: Outcomes) {
    const before = outcomesOf(enrolments);
    const changed = Object.entries(now).filter(([id, { outcome }]) => outcome !== "" && outcome !== before[Number(id)]?.outcome);
    return {
        completed: changed.filter(([, { outcome }]) => outcome === "completed").map(([id]) => Number(id)),
        not_completed: changed
            .filter(([, { outcome }]) => outcome === "not_completed")
            .map(([id, { reason }]) => ({ enrolment: Number(id), reason: reason.trim() })),
    };
}
