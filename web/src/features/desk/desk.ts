// Consultations as the pages read them, and the small rules that the screens share.
import type { Schema } from "../../api/types.ts";
import { isoOf } from "../../i18n/dates.ts";

export type Line = Schema<"ConsultationLine">;
export type Consultation = Schema<"Consultation">;
export type Subject = Schema<"ConsultationSubject">;
export type Slot = Schema<"DeskSlot">;
export type Message = Schema<"ConsultationMessage">;
export type Visit = Schema<"ConsultationVisit">;
export type Candidate = Schema<"OwnerCandidate">;
export type Scheme = Schema<"AdviserScheme">;
export type Engagement = Schema<"AdviserEngagement">;
export type File = Schema<"File">;
export type Stage = Line["stage"];

export const stages = ["reception", "analysis", "budget", "design", "build", "effect"] as const satisfies readonly Stage[];
export const outcomes = ["solved", "improved", "passed_on", "not_pursued"] as const;

export const goesOn = ({ status }: Pick<Line, "status">) => status === "open" || status === "waiting_for_asker";

/** Nobody answers for it: there is no owner, or the one there was has gone. */
export const needsOwner = (line: Pick<Line, "status" | "owner" | "owner_presence">) =>
    goesOn(line) && (line.owner === null || line.owner_presence === "moved" || line.owner_presence === "absent");

/** A day of warning, then late. */
export const dueTone = (days_left: number) => (days_left < 0 ? "bad" : days_left <= 1 ? "warn" : "plain");

const normal_from = 3;
const busy_from = 6;

/** How busy somebody with so many open consultations is. */
export const loadOf = (open: number) => (open >= busy_from ? "busy" : open >= normal_from ? "normal" : "free");

/** What rests on whoever will answer first: the least laden owner who is here, else the least laden deputy. */
export function lightest({ advisers }: Pick<Subject, "advisers">): number | null {
    const here = advisers.filter(({ presence }) => presence === "here");
    const owners = here.filter(({ deputy }) => !deputy);
    const loads = (owners.length > 0 ? owners : here).map(({ open }) => open);
    return loads.length > 0 ? Math.min(...loads) : null;
}

const placeOf = (stage: Stage) => stages.indexOf(stage);

/** The stages a move leaves out; none when it goes back. */
export const leftOut = (from: Stage, to: Stage): Stage[] => stages.slice(placeOf(from) + 1, Math.max(placeOf(to), 0));

export const goesBack = (from: Stage, to: Stage) => placeOf(to) < placeOf(from);

/** Skipping and going back are told why. */
export const needsReason = (from: Stage, to: Stage) => goesBack(from, to) || leftOut(from, to).length > 0;

export const stageAfter = (stage: Stage): Stage | null => stages[placeOf(stage) + 1] ?? null;

/** `集計、Excel` as it is typed: each tag once, without its # and without blanks. */
export function tagsOf(typed: string): string[] {
    const parts = typed.normalize("NFKC").split(/[\s、,]+/u);
    return [...new Set(parts.map((part) => part.replace(/^#+/, "")).filter(Boolean))];
}

const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** `9:30` and `９：３０` as `09:30`; null for what is no time of day. */
export function timeOf(typed: string): string | null {
    const found = clock.exec(typed.normalize("NFKC").trim());
    return found ? `${found[1]?.padStart(2, "0")}:${found[2]}` : null;
}

/** Hours as a person types them, in minutes; null for what is no number above 0. */
export function minutesOf(typed: string): number | null {
    const text = typed.normalize("NFKC").trim();
    const hours = Number(text);
    return text !== "" && Number.isFinite(hours) && hours > 0 ? Math.round(hours * 60) : null;
}

/** Minutes as the hours that were typed: 90 is `1.5`. */
export const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100);

/** A whole number as a person types it; null for what is none. */
export function wholeOf(typed: string): number | null {
    const text = typed.normalize("NFKC").replaceAll(",", "").trim();
    return /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** The day here of an instant: `2026-06-01T20:00:00Z` is the 2nd of June in Japan. */
export function dayOf(instant: string): string {
    const at = new Date(instant);
    return isoOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** How many are in each stage of each subject, the subjects in the order in which they come. */
export function byStage(lines: readonly Line[]) {
    const subjects = new Map<number, { name: string; name_en: string; counts: Record<Stage, number> }>();
    for (const { subject, subject_name, subject_name_en, stage } of lines) {
        const none = { reception: 0, analysis: 0, budget: 0, design: 0, build: 0, effect: 0 };
        const known = subjects.get(subject) ?? { name: subject_name, name_en: subject_name_en, counts: none };
        known.counts[stage] += 1;
        subjects.set(subject, known);
    }
    return [...subjects].map(([id, one]) => ({ id, ...one }));
}
