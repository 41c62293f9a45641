// Reading a seat plan: how far it is from the best, what would seat everybody.
import type { Schema } from "../../api/types.ts";
import type { usePair } from "../../i18n/words.ts";
import { nameOf, shortDay } from "../training/runs.ts";

export type SeatPlan = Schema<"SeatPlan">;
export type PlannedRun = Schema<"PlannedRun">;
export type PlannedCourse = Schema<"PlannedCourse">;
export type PlannedSeat = Schema<"PlannedSeat">;

/** The day tells the runs of a course apart. */
export function runLabel(run: PlannedRun, pair: ReturnType<typeof usePair>, language: "ja" | "en"): string {
    return [run.starts_at && shortDay(run.starts_at, language), nameOf(run, pair)].filter(Boolean).join(" ");
}

export const plan_tones = { computing: "info", proposed: "warn", confirmed: "good" } as const;

export const isWorking = (job: Schema<"Job"> | null) => job !== null && (job.state === "queued" || job.state === "running");

/** Seats between this plan and the most there can be. By hand people may have been taken out: that is no gap of the plan's. */
export function gapOf({ most_seats, seated, courses }: Pick<SeatPlan, "most_seats" | "seated" | "courses">): number {
    const taken_out = courses.flatMap(({ obstacles }) => obstacles).filter(({ obstacle }) => obstacle === "taken_out");
    return Math.max(0, most_seats - seated - taken_out.reduce((sum, { people }) => sum + people, 0));
}

/** Whom no further run helps: on leave, or taken out by hand. */
export const beyondHelp = ({ obstacles }: Pick<PlannedCourse, "obstacles">) =>
    obstacles
        .filter(({ obstacle }) => obstacle === "leave" || obstacle === "taken_out")
        .reduce((sum, { people }) => sum + people, 0);

/** Seats left in a run; null without a limit. */
export const leftIn = ({ capacity, taken, planned }: Pick<PlannedRun, "capacity" | "taken" | "planned">) =>
    capacity === null ? null : Math.max(0, capacity - taken - planned);
