// The form of a round: what it starts from, what it checks, what it sends.
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { addDays, fiscalYearOf, lastDay } from "../../i18n/dates.ts";
import { askedRoutes, type Round } from "./nominations.ts";

type Role = Schema<"RoleLine">;

export interface RoundDraft extends Record<string, unknown> {
    role: string;
    route: Round["route"] | "";
    name: string;
    eligibility: string;
    per_section: string;
    opens_on: string;
    closes_on: string;
    term_from: string;
    /** The last day in the role; the server counts to the day after. */
    term_last: string;
    renewal: Round["renewal"];
    max_terms: string;
    survives_transfer: boolean;
    note: string;
}

const weeks_to_answer = 3;
const april = (year: number) => `${year}-04-01`;

/** What the plan says of the role: routes, eligibility, people a section, the length of the term. */
export function ofRole(role: Role | undefined, route: string, today: string): Partial<RoundDraft> {
    if (!role) return {};
    const routes = askedRoutes(role.routes);
    const from = termFrom(today);
    return {
        role: role.role,
        route: routes.find((one) => one === route) ?? routes[0] ?? "",
        eligibility: role.eligibility,
        per_section: role.per_section > 0 ? String(role.per_section) : "",
        term_last: role.term_years > 0 ? addDays(april(fiscalYearOf(from) + role.term_years), -1) : "",
        renewal: role.term_years === 1 || role.term_years === 0 ? "yearly" : "continuing",
    };
}

/** From the autumn on one asks for the next fiscal year; in spring the term begins after the deadline. */
function termFrom(today: string): string {
    const next = april(fiscalYearOf(today) + 1);
    const half = `${fiscalYearOf(today)}-10-01`;
    if (today >= half) return next;
    const after = addDays(today, 7 * weeks_to_answer + 31);
    return `${after.slice(0, 7)}-01`;
}

export const newRound = (role: Role | undefined, route: string, today: string): RoundDraft => ({
    role: "",
    route: "",
    name: "",
    eligibility: "",
    per_section: "",
    opens_on: today,
    closes_on: addDays(today, 7 * weeks_to_answer),
    term_from: termFrom(today),
    term_last: "",
    renewal: "yearly",
    max_terms: "",
    survives_transfer: false,
    note: "",
    ...ofRole(role, route, today),
});

export const formOf = (round: Round): RoundDraft => ({
    role: round.role,
    route: round.route,
    name: round.name,
    eligibility: round.eligibility,
    per_section: round.per_section === 0 ? "" : String(round.per_section),
    opens_on: round.opens_on,
    closes_on: round.closes_on,
    term_from: round.term_from,
    term_last: lastDay(round.term_until) ?? "",
    renewal: round.renewal,
    max_terms: round.max_terms === 0 ? "" : String(round.max_terms),
    survives_transfer: round.survives_transfer,
    note: round.note,
});

/** The fiscal year is that in which the term begins. */
export const bodyOf = (draft: RoundDraft): Schema<"RoundForm"> => ({
    role: draft.role,
    fiscal_year: fiscalYearOf(draft.term_from),
    route: draft.route || "nomination",
    name: draft.name.trim(),
    eligibility: draft.eligibility.trim(),
    per_section: Number(draft.per_section || 0),
    opens_on: draft.opens_on,
    closes_on: draft.closes_on,
    term_from: draft.term_from,
    term_until: draft.term_last ? addDays(draft.term_last, 1) : null,
    renewal: draft.renewal,
    max_terms: Number(draft.max_terms || 0),
    survives_transfer: draft.survives_transfer,
    note: draft.note.trim(),
});

export function roundCheck(m: { number_wanted: string; backwards: string; term_backwards: string }) {
    const filled = v.pipe(v.string(), v.nonEmpty());
    const whole = v.pipe(v.string(), v.regex(/^[0-9]*$/, m.number_wanted));
    const draft = v.pipe(
        v.object({
            role: filled,
            route: filled,
            name: v.string(),
            eligibility: v.string(),
            per_section: whole,
            opens_on: filled,
            closes_on: filled,
            term_from: filled,
            term_last: v.string(),
            renewal: v.string(),
            max_terms: whole,
            survives_transfer: v.boolean(),
            note: v.string(),
        }),
        v.forward(
            v.partialCheck([["opens_on"], ["closes_on"]], ({ opens_on, closes_on }) => opens_on <= closes_on, m.backwards),
            ["closes_on"],
        ),
        v.forward(
            v.partialCheck(
                [["term_from"], ["term_last"]],
                ({ term_from, term_last }) => term_last === "" || term_from <= term_last,
                m.term_backwards,
            ),
            ["term_last"],
        ),
    );
    return draft as unknown as v.GenericSchema<RoundDraft, unknown>;
}

/** The rank that the rule begins with: `職位 <= 課長`. */
export const ceilingOf = (rule: string) => /^職位 <= ([^\s()]+)/.exec(rule)?.[1] ?? "";

/** The rule with its first condition on the rank replaced; the others stay. */
export function withCeiling(rule: string, rank: string): string {
    const rest = rule.replace(/^職位 <= [^\s()]+(\s+(and|かつ)\s+)?/, "");
    if (!rank) return rest;
    return rest ? `職位 <= ${rank} and ${rest}` : `職位 <= ${rank}`;
}
