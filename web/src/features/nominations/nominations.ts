// What the screens about rounds have in common: what is proposed, what a choice does to those before it, what a person's mark says.
import type { Schema } from "../../api/types.ts";

export type Round = Schema<"Round">;
export type Candidate = Schema<"SectionCandidate">;
export type Nominee = Schema<"Nominee">;
export type SectionAnswer = Schema<"SectionAnswer">;
export type Outcome = "selected" | "reserve" | "not_selected";

export interface Chosen {
    staff: number;
    reason: string;
}

export const mayBeNamed = ({ against }: Candidate) => against.length === 0;

export const isNamed = ({ status }: Candidate) =>
    status === "nominated" ||
    status === "selected" ||
    status === "reserve" ||
    status === "not_selected" ||
    status === "appointed";

/** How many more the section may name besides those who go on; no number when none is set. */
export const seatsOf = ({ quota, going_on }: Pick<SectionAnswer, "quota" | "going_on">) =>
    quota === 0 ? Number.POSITIVE_INFINITY : Math.max(0, quota - going_on);

/** The answer so far; before there is one, last year's people as far as there is room. */
export function firstChoice(candidates: readonly Candidate[], section: SectionAnswer): Chosen[] {
    if (section.state !== "unanswered") return candidates.filter(isNamed).map(({ staff, reason }) => ({ staff, reason }));
    return candidates
        .filter((one) => one.last !== null && mayBeNamed(one))
        .slice(0, seatsOf(section))
        .map(({ staff }) => ({ staff, reason: "" }));
}

/** Where only one is asked for, choosing another takes the place of the first. */
export function choose(chosen: readonly Chosen[], staff: number, on: boolean, seats: number): Chosen[] {
    if (!on) return chosen.filter((one) => one.staff !== staff);
    const kept = seats === 1 ? [] : chosen;
    return [...kept, { staff, reason: "" }];
}

export const isFull = (chosen: readonly Chosen[], seats: number) => seats > 1 && chosen.length >= seats;

/** Where a round stands for the office: how many of those named still wait. */
export function tally(nominees: readonly Nominee[]): Record<Nominee["status"], number> {
    const counts = {
        applied: 0,
        declined: 0,
        withdrawn: 0,
        nominated: 0,
        selected: 0,
        reserve: 0,
        not_selected: 0,
        appointed: 0,
    };
    for (const { status } of nominees) counts[status] += 1;
    return counts;
}

/** How a section is asked; in an open call people come by themselves. */
export type SheetRoute = "nomination" | "recommendation" | "selection";
export const sheetRouteOf = (route: Round["route"]): SheetRoute =>
    route === "recommendation" || route === "selection" ? route : "nomination";

/** The paper that a section's answer is printed as. */
export const paperOf = (route: Round["route"]) => (route === "open_call" ? route : sheetRouteOf(route));

/** A role that people come to by being asked; the plan's other routes need no round. */
const asked = ["nomination", "recommendation", "open_call", "selection"] as const;
export type AskedRoute = (typeof asked)[number];
export const askedRoutes = (routes: readonly Round["route"][]): AskedRoute[] => asked.filter((route) => routes.includes(route));
