// A licence as the screens ask about it, and the form of one.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";

export type Licence = Schema<"Licence">;

export const freeOf = ({ seats, given }: Pick<Licence, "seats" | "given">) => Math.max(0, seats - given);

/** How many the next giving reaches at most. */
export const nextInLine = (licence: Pick<Licence, "seats" | "given" | "waiting">) => Math.min(freeOf(licence), licence.waiting);

export interface LicenceDraft extends Record<string, unknown> {
    name: string;
    course: string;
    url: string;
    seats: string;
    valid_from: string;
    last_day: string;
    eligibility: string;
    note: string;
}

export const newLicence = (today: string, last_day: string): LicenceDraft => ({
    name: "",
    course: "",
    url: "",
    seats: "",
    valid_from: today,
    last_day,
    eligibility: "",
    note: "",
});

export const draftOf = ({ name, course, url, seats, valid_from, last_day, eligibility, note }: Licence): LicenceDraft => ({
    name,
    course,
    url,
    seats: String(seats),
    valid_from,
    last_day,
    eligibility,
    note,
});

export const bodyOf = (draft: LicenceDraft): Schema<"LicenceForm"> => ({
    ...draft,
    name: draft.name.trim(),
    url: draft.url.trim(),
    seats: Number(draft.seats),
    eligibility: draft.eligibility.trim(),
    note: draft.note.trim(),
});

export function licenceCheck(m: { number_wanted: string; backwards: string }) {
    const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
    const draft = v.pipe(
        v.object({
            name: filled,
            course: v.string(),
            url: v.string(),
            seats: v.pipe(v.string(), v.regex(/^[1-9][0-9]*$/, m.number_wanted)),
            valid_from: filled,
            last_day: filled,
            eligibility: v.string(),
            note: v.string(),
        }),
        v.forward(
            v.check(({ valid_from, last_day }) => valid_from <= last_day, m.backwards),
            ["last_day"],
        ),
    );
    return draft as unknown as v.GenericSchema<LicenceDraft, unknown>;
}
