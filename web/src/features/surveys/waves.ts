// The waves of surveys: the form of one, and what can be done next with it.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { addDays } from "../../i18n/dates.ts";

export type Wave = Schema<"Wave">;
export type Kind = Schema<"WaveKind">;
export type Readers = Schema<"Readers">;

export const least_threshold = 4;
export const usual_threshold = 5;
const days_to_answer = 14;
const days_to_keep_keys = 30;
const days_to_compare = 180;

export const kinds = ["baseline", "before", "after", "follow_up", "other"] as const satisfies readonly Kind[];
export const all_readers = ["office", "leaders", "everybody"] as const satisfies readonly Readers[];

/** before, after and follow_up ask the same people about the same, and are compared. */
export const isPaired = (kind: Kind) => kind === "before" || kind === "after" || kind === "follow_up";

export interface WaveDraft extends Record<string, unknown> {
    survey: string;
    name: string;
    kind: Kind;
    pairs_with: string;
    audience: string;
    as_of: string;
    opens_on: string;
    closes_on: string;
    threshold: string;
    readers: Readers;
    keys_until: string;
    note: string;
}

export const newWave = (today: string, survey = ""): WaveDraft => ({
    survey,
    name: "",
    kind: "baseline",
    pairs_with: "",
    audience: "",
    as_of: today,
    opens_on: today,
    closes_on: addDays(today, days_to_answer),
    threshold: String(usual_threshold),
    readers: "office",
    keys_until: addDays(today, days_to_answer + days_to_keep_keys),
    note: "",
});

/** The key lives a month after the last day, and as long as it takes to ask again where answers are compared. */
export const usualKeysUntil = (closes_on: string, kind: Kind) =>
    closes_on && addDays(closes_on, kind === "before" || kind === "after" ? days_to_compare : days_to_keep_keys);

/** A purpose mostly comes with one kind of wave. */
export const kindFor = (purpose: Schema<"Purpose"> | undefined): Kind =>
    purpose === "baseline" ? "baseline" : purpose === "awareness" ? "before" : purpose === "follow_up" ? "follow_up" : "other";

export const formOf = (wave: Wave): WaveDraft => ({
    survey: String(wave.survey),
    name: wave.name,
    kind: wave.kind,
    pairs_with: wave.pairs_with === null ? "" : String(wave.pairs_with),
    audience: wave.audience,
    as_of: wave.as_of,
    opens_on: wave.opens_on,
    closes_on: wave.closes_on,
    threshold: String(wave.threshold),
    readers: wave.readers,
    keys_until: wave.keys_until,
    note: wave.note,
});

export const bodyOf = (draft: WaveDraft): Schema<"WaveForm"> => ({
    survey: Number(draft.survey),
    name: draft.name.trim(),
    kind: draft.kind,
    pairs_with: isPaired(draft.kind) && draft.pairs_with ? Number(draft.pairs_with) : null,
    audience: draft.audience.trim(),
    as_of: draft.as_of,
    opens_on: draft.opens_on,
    closes_on: draft.closes_on,
    threshold: Number(draft.threshold),
    readers: draft.readers,
    keys_until: draft.keys_until,
    note: draft.note.trim(),
});

export function waveCheck(m: { backwards: string; keys_too_short: string }) {
    const filled = v.pipe(v.string(), v.nonEmpty());
    const draft = v.pipe(
        v.object({
            survey: filled,
            name: v.pipe(v.string(), v.trim(), v.nonEmpty()),
            kind: v.string(),
            pairs_with: v.string(),
            audience: v.string(),
            as_of: filled,
            opens_on: filled,
            closes_on: filled,
            threshold: filled,
            readers: v.string(),
            keys_until: filled,
            note: v.string(),
        }),
        v.forward(
            v.partialCheck([["opens_on"], ["closes_on"]], ({ opens_on, closes_on }) => opens_on <= closes_on, m.backwards),
            ["closes_on"],
        ),
        v.forward(
            v.partialCheck(
                [["closes_on"], ["keys_until"]],
                ({ closes_on, keys_until }) => closes_on <= keys_until,
                m.keys_too_short,
            ),
            ["keys_until"],
        ),
    );
    return draft as unknown as v.GenericSchema<WaveDraft, unknown>;
}

/** Waves that this one may be compared with: of the same survey, not called off, and their key still there. */
export const pairable = (waves: readonly Wave[], own: number | null, survey: string | undefined) =>
    waves.filter(
        ({ id, kind, status, survey_code, keys_destroyed_at }) =>
            id !== own &&
            kind === "before" &&
            survey_code === survey &&
            status !== "cancelled" &&
            keys_destroyed_at === null &&
            !waves.some((other) => other.id !== own && other.pairs_with === id && other.status !== "cancelled"),
    );

/** The page where one goes on with a wave. */
export const nextPage = ({ id, status }: Pick<Wave, "id" | "status">) =>
    status === "closed" ? `/surveys/waves/${id}/results` : `/surveys/waves/${id}`;
