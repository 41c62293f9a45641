// What each table of the plan is made of: the members an edit form shows, and those the reader sees.
import type { Schema } from "../../api/types.ts";

export type Plan = Schema<"Plan">;
export type TableName = {
    [K in keyof Plan]: Plan[K] extends readonly unknown[] ? K : never;
}[keyof Plan];

/** How a member is written: one line, several lines, a list (one item a line), a number, yes or no, one of some names, a rule, a day. */
export type Kind = "line" | "text" | "list" | "number" | "flag" | "rule" | "date" | readonly string[];

export interface Member {
    name: string;
    kind: Kind;
    /** A column for the reader; the rest stands in the form only. */
    shown?: boolean;
    /** The table whose codes it names. */
    names?: TableName;
    /** A code of one of these tables, read out by its name. */
    reads?: readonly TableName[];
    /** A plan cannot be put in force without it. */
    required?: boolean;
}

const line = (name: string, shown = false): Member => ({ name, kind: "line", shown });
const text = (name: string, shown = false): Member => ({ name, kind: "text", shown });
const number = (name: string, shown = false): Member => ({ name, kind: "number", shown });
const list = (name: string, shown = false, names?: TableName): Member => ({ name, kind: "list", shown, names });
const one = (name: string, options: readonly string[], shown = false): Member => ({ name, kind: options, shown });
const of = (name: string, names: TableName, shown = false): Member => ({ name, kind: "line", shown, names });
const must = (member: Member): Member => ({ ...member, required: true });
const code = must(line("code"));
const clause = must(line("clause"));

export const confidences = ["certain", "near_certain", "high", "medium", "low"] as const;
const sure = one("confidence", confidences);
const ending = [sure, text("note"), clause];
const cited = [text("note"), clause];

/** The words a city may call by its own. */
const city_terms = [
    "plan",
    "talent",
    "skill",
    "knowledge",
    "ability",
    "leader",
    "officer",
    "manager",
    "specialist",
    "adviser",
    "general_staff",
    "staff_member",
    "section",
    "section_head",
    "dx_office",
    "training_office",
    "headquarters",
] as const;

export const tables: Record<TableName, readonly Member[]> = {
    wording: [must(one("term", city_terms, true)), line("word", true), line("word_en", true), ...cited],
    glossary: [
        must(line("term", true)),
        line("reading"),
        text("meaning", true),
        text("usage", true),
        line("broader", true),
        clause,
    ],
    policies: [
        must(line("title", true)),
        one("relation", ["upper", "lower", "related", "predecessor"], true),
        line("issued", true),
        line("period", true),
        ...cited,
    ],
    statements: [
        code,
        one("kind", ["definition", "principle", "persona", "ability", "role", "history", "system", "organisation"], true),
        line("group"),
        line("title", true),
        text("text", true),
        ...ending,
    ],
    ranks: [
        must(line("name", true)),
        number("order"),
        one("band", ["executive", "management", "supervisory", "staff"], true),
        list("aliases", true),
        ...cited,
    ],
    axes: [code, must(line("name", true)), line("name_en"), text("text", true), clause],
    categories: [
        code,
        must(line("name", true)),
        line("name_en"),
        of("axis", "axes"),
        number("priority"),
        { name: "rule", kind: "rule", required: true },
        line("reason"),
        text("audience", true),
        text("role", true),
        text("wanted"),
        list("abilities"),
        list("inherits", false, "categories"),
        line("security_role"),
        ...ending,
    ],
    roles: [
        code,
        must(line("name", true)),
        line("name_en"),
        list("routes", true),
        { name: "eligibility", kind: "rule", shown: true },
        number("per_section", true),
        number("term_years", true),
        text("renewal", true),
        ...ending,
    ],
    areas: [code, must(line("name", true)), line("name_en"), text("text", true), clause],
    skills: [
        code,
        must(line("name", true)),
        line("name_en"),
        of("area", "areas", true),
        one("kind", ["knowledge", "skill", "ability"], true),
        text("text", true),
        one("evidence_rule", ["best", "latest"]),
        number("validity_months"),
        ...ending,
    ],
    requirements: [
        must(of("category", "categories", true)),
        must(of("skill", "skills", true)),
        one("mark", ["required", "conditional"], true),
        one("scope", ["unspecified", "own_work", "section", "city"], true),
        line("qualifier"),
        sure,
        text("alternative"),
        ...cited,
    ],
    courses: [
        code,
        must(line("name", true)),
        line("name_en"),
        text("summary", true),
        one("kind", ["rank_based", "elective", "specialist", "external", "on_the_job", "self_directed"], true),
        one(
            "delivery",
            ["unspecified", "classroom", "e_learning", "video", "live_online", "workshop", "material", "manual"],
            true,
        ),
        one("provider", ["city", "jlis", "national", "prefecture", "private_sector"], true),
        one("reachable_from", ["lgwan", "internet", "both"]),
        list("skills", true, "skills"),
        { name: "audience", kind: "rule" },
        text("audience_text", true),
        list("prerequisites", true, "courses"),
        number("capacity"),
        number("validity_months"),
        ...ending,
    ],
    year_plan: [
        number("fiscal_year", true),
        { ...line("band", true), reads: ["levels", "categories"] },
        of("course", "courses", true),
        line("activity", true),
        list("months", true),
        ...ending,
    ],
    practice: [
        code,
        must(one("source", ["accepted_answer", "consultation", "improvement_case", "project"], true)),
        must(text("text", true)),
        list("skills", true, "skills"),
        one("confirmed_by", ["head"], true),
        ...ending,
    ],
    levels: [
        code,
        must(line("name", true)),
        line("name_en"),
        number("order"),
        of("category", "categories", true),
        text("purpose", true),
        list("required_courses", true, "courses"),
        { name: "needs_previous", kind: "flag", shown: true },
        ...ending,
    ],
    targets: [
        must(of("level", "levels", true)),
        must(number("fiscal_year", true)),
        must(number("people", true)),
        one("counting", ["inclusive_cumulative", "highest_only", "new_in_year"], true),
        one("leavers", ["keep", "drop"]),
        ...ending,
    ],
    measures: [
        code,
        line("pillar", true),
        line("measure", true),
        text("action", true),
        line("audience", true),
        text("content", true),
        line("owner", true),
        { name: "training", kind: "flag", shown: true },
        ...ending,
    ],
    issues: [code, must(line("name", true)), text("evidence", true), text("direction", true), ...ending],
    baselines: [
        line("survey", true),
        line("fielded"),
        line("population"),
        line("question_code"),
        text("question", true),
        line("option", true),
        number("percent", true),
        one("stated", ["stated", "derived", "rank_only"]),
        ...cited,
    ],
    guideline: [
        code,
        text("text", true),
        one("status", ["met", "partly", "planned", "not_stated"], true),
        text("met_by", true),
        ...cited,
    ],
};

/** What stands once in a plan is edited the same way; its key is empty. */
export const singles: Record<"document" | "population", readonly Member[]> = {
    document: [
        line("title"),
        line("title_en"),
        line("version"),
        line("supersedes"),
        { name: "in_force_from", kind: "date" },
        { name: "in_force_until", kind: "date" },
        text("period_text"),
        text("review_text"),
        list("owners"),
        text("purpose"),
        line("clause"),
    ],
    population: [{ name: "rule", kind: "rule" }, text("text"), ...cited],
};
export type Editable = TableName | keyof typeof singles;

export const membersOf = (table: Editable): readonly Member[] =>
    table === "document" || table === "population" ? singles[table] : tables[table];

/** What people call an item another names by its code. */
export function nameOfCode(plan: Plan, table: TableName, code: string): string {
    const items = plan[table] as readonly { code?: string; name?: string; title?: string }[];
    const found = items.find((item) => item.code === code);
    return found?.name || found?.title || code;
}

type Words = Readonly<Record<string, string>>;

/** What a value is called; one that means something else in this member has its own entry, 「provider.city」. */
export const wordOf = (words: Words, member: string, value: string): string =>
    words[`${member}.${value}`] ?? words[value] ?? value;

const isNamed = ({ kind, name }: Member) => Array.isArray(kind) || name === "routes";

/** A member's value as a person reads it; names instead of codes. */
export function readable(plan: Plan, member: Member, value: unknown, words: Words): string {
    const say = (one: unknown): string => {
        if (one === null || one === undefined || one === "") return "";
        if (one === 0 && !member.required) return "";
        if (typeof one === "boolean") return one ? "○" : "";
        const text = String(one);
        const table = member.names ?? member.reads?.find((name) => nameOfCode(plan, name, text) !== text);
        if (table) return nameOfCode(plan, table, text);
        return isNamed(member) ? wordOf(words, member.name, text) : text;
    };
    return Array.isArray(value) ? value.map(say).join("、") : say(value);
}
