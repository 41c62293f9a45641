import type { paths } from "../../api/schema.gen.ts";

type Answer = paths["/search"]["get"]["responses"][200]["content"]["application/json"];
export type Group = Answer["groups"][number];
export type Hit = Group["hits"][number];
export type Part = Hit["title"][number];
export type Kind = Group["kind"];

/** In the order in which the server answers them. */
export const kinds: readonly Kind[] = [
    "staff",
    "unit",
    "course",
    "term",
    "skill",
    "category",
    "topic",
    "reply",
    "consultation_answer",
    "improvement_case",
    "newsletter",
    "notice",
];

/** What somebody wrote on a day; the rest is of every day. */
export const written: ReadonlySet<Kind> = new Set<Kind>([
    "topic",
    "reply",
    "consultation_answer",
    "improvement_case",
    "newsletter",
    "notice",
]);

export const totalOf = (groups: readonly Group[]) => ({
    count: groups.reduce((all, group) => all + group.count, 0),
    or_more: groups.some((group) => group.or_more),
});

/** The text without the marks, on one line. */
export const plainOf = (parts: readonly Part[]) => parts.map(({ text }) => text).join("");
