// OJT, dispatches and reports as the pages read them.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import type { Picked } from "../staff/StaffPicker.tsx";

export type Work = Schema<"WorkTraining">;
export type Due = Schema<"ReportDue">;
export type Report = Schema<"Report">;

export interface WorkDraft extends Record<string, unknown> {
    staff: Picked | null;
    kind: Work["kind"];
    title: string;
    place: string;
    from_on: string;
    until_on: string;
    note: string;
    skills: string[];
}

export const newWork = (staff: Picked | null, today: string): WorkDraft => ({
    staff,
    kind: "ojt",
    title: "",
    place: "",
    from_on: today,
    until_on: today,
    note: "",
    skills: [],
});

export const draftOf = (work: Work): WorkDraft => ({
    staff: { id: work.staff, name: work.name },
    kind: work.kind,
    title: work.title,
    place: work.place,
    from_on: work.from_on,
    until_on: work.until_on,
    note: work.note,
    skills: work.skills.map(({ skill }) => skill),
});

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export function workCheck(m: { choose_person: string; backwards: string }) {
    return v.pipe(
        v.object({
            staff: v.any(),
            kind: v.string(),
            title: text,
            place: v.string(),
            from_on: text,
            until_on: text,
            note: v.string(),
            skills: v.array(v.string()),
        }),
        v.forward(
            v.partialCheck([["staff"]], ({ staff }) => staff !== null, m.choose_person),
            ["staff"],
        ),
        v.forward(
            v.partialCheck([["from_on"], ["until_on"]], ({ from_on, until_on }) => from_on <= until_on, m.backwards),
            ["until_on"],
        ),
    ) as unknown as v.GenericSchema<WorkDraft, unknown>;
}

/** What is reported: an application for a run, or work training. */
export interface Subject {
    enrolment: number | null;
    work_training: number | null;
    title: string;
    who: string;
}

/** Only an address of the web is a link; a path of a file share is said as it is. */
export const isWebAddress = (link: string) => /^https?:\/\//.test(link);
