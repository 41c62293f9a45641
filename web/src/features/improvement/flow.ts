// 業務の流れ, before and after: what a year of it takes, and what the hours that are freed are worth. The same arithmetic as the
// server's, so that what stands beside the typing is what will be kept.
import type { Schema } from "../../api/types.ts";

export type Step = Schema<"FlowStep">;
export type Tool = Schema<"Tool">;
type Amounts = Pick<Step, "minutes" | "people" | "times">;

/** A step as it is typed: figures are text until they can be read. */
export interface StepDraft {
    /** Stays with the row while others come and go. */
    key: string;
    name: string;
    minutes: string;
    people: string;
    times: string;
}

/** Halves go away from zero. */
const rounded = (n: number) => Math.sign(n) * Math.round(Math.abs(n));

// Minutes are kept to a tenth, so everything is counted in tenths of a minute and nothing is lost on the way.
const tenthsOfMinutes = (steps: readonly Amounts[]) =>
    steps.reduce((sum, { minutes, people, times }) => sum + rounded(minutes * 10) * people * times, 0);

/** Tenths of an hour: 1回の分 × 人数 × 年の回数 ÷ 60, rounded once for the whole flow. */
const tenthsOfHours = (steps: readonly Amounts[]) => rounded(tenthsOfMinutes(steps) / 60);

export const hoursOf = (steps: readonly Amounts[]) => tenthsOfHours(steps) / 10;

export interface Gain {
    before: number;
    after: number;
    saved: number;
    /** None while the city has not said what an hour costs. */
    yen_saved: number | null;
    tool_yen: number;
    yen: number | null;
}

/** What a year saves: the hours freed at the city's cost of an hour, less what the tools cost. */
export function gainOf(before: readonly Amounts[], after: readonly Amounts[], hourly_yen: number, tool_yen = 0): Gain {
    const saved = tenthsOfHours(before) - tenthsOfHours(after);
    const yen_saved = hourly_yen > 0 ? rounded((saved * hourly_yen) / 10) : null;
    return {
        before: hoursOf(before),
        after: hoursOf(after),
        saved: saved / 10,
        yen_saved,
        tool_yen,
        yen: yen_saved === null ? null : yen_saved - tool_yen,
    };
}

/** A figure as people type it, full-width and with commas too; nothing when it cannot be read. */
export function figureFrom(typed: string): number | null {
    const text = typed.normalize("NFKC").replaceAll(",", "").trim();
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const wholeFrom = (typed: string) => {
    const figure = figureFrom(typed);
    return figure !== null && Number.isInteger(figure) ? figure : null;
};

const readers = { minutes: figureFrom, people: wholeFrom, times: wholeFrom };
const figures = ["minutes", "people", "times"] as const;

/** The figures that can be read already count while the others are being typed. */
export const amountsOf = (step: StepDraft): Amounts => ({
    minutes: figureFrom(step.minutes) ?? 0,
    people: wholeFrom(step.people) ?? 0,
    times: wholeFrom(step.times) ?? 0,
});

/** A row in which nothing is said is no step. */
const isEmpty = (step: StepDraft) => !step.name.trim() && !step.minutes.trim() && !step.times.trim();

/** Which field of which row keeps the flow from being sent. */
export const unreadable = (steps: readonly StepDraft[]) =>
    steps
        .filter((step) => !isEmpty(step))
        .flatMap((step) => [
            ...(step.name.trim() ? [] : [{ key: step.key, field: "name" as const }]),
            ...figures.filter((field) => readers[field](step[field]) === null).map((field) => ({ key: step.key, field })),
        ]);

export const toSteps = (steps: readonly StepDraft[]): Step[] =>
    steps.filter((step) => !isEmpty(step)).map((step) => ({ name: step.name.trim(), ...amountsOf(step) }));

export const toDrafts = (steps: readonly Step[]): StepDraft[] =>
    steps.map((step, index) => ({
        key: String(index),
        name: step.name,
        minutes: String(step.minutes),
        people: String(step.people),
        times: String(step.times),
    }));

/** A new row under a key that no other has. */
export const emptyStep = (steps: readonly StepDraft[]): StepDraft => ({
    key: String(steps.reduce((most, { key }) => Math.max(most, Number(key)), -1) + 1),
    name: "",
    minutes: "",
    people: "1",
    times: "",
});
