// What the pages of the hiroba hold in their hands, and the few rules they share.
import { queries } from "../../api/client.ts";
import type { paths } from "../../api/schema.gen.ts";
import type { Schema } from "../../api/types.ts";

export type Topic = Schema<"Topic">;
export type TopicLine = Schema<"TopicLine">;
export type Reply = Schema<"Reply">;
export type Channel = Schema<"Channel">;
export type Author = Schema<"Author">;
export type Reaction = Schema<"Reaction">;
export type Colleague = Schema<"Colleague">;
type Answer<Path extends keyof paths> = paths[Path] extends {
    get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
    ? Body
    : never;
export type Report = Answer<"/hiroba/reports">["reports"][number];
export type Group = Answer<"/groups">["groups"][number];
export type Member = Group["members"][number];
export interface MemberInput {
    member: boolean;
    keeper: boolean;
}
export type ChannelKind = Schema<"ChannelKind">;
export type ReactionKind = Schema<"ReactionKind">;
export type View = Schema<"View">;

export const views: readonly View[] = ["all", "unanswered", "matching", "mentioned", "followed", "mine"];
export const kinds: readonly ChannelKind[] = ["question", "issue", "idea", "practice", "talk", "tool", "measure", "answers"];
export const reactions: readonly ReactionKind[] = ["helpful", "insightful", "will_try", "same_here"];

/** Asked, so that an answer is looked for; elsewhere a reply is a word among others. */
export const asks = (kind: ChannelKind) => kind === "question" || kind === "issue" || kind === "tool" || kind === "measure";

export const topicQuestion = (id: number) => ({ params: { path: { id } } });
const key = (id: number) => ["get", "/topics/{id}", topicQuestion(id)];

/** Changes the topic on the screen before the server has answered. */
export const changeTopic = (id: number, change: (topic: Topic) => Topic) =>
    queries.setQueryData<Topic>(key(id), (topic) => topic && change(topic));

export const changeReply = (topic: number, id: number, change: (reply: Reply) => Reply) =>
    changeTopic(topic, (before) => ({
        ...before,
        replies: before.replies.map((reply) => (reply.id === id ? change(reply) : reply)),
    }));

export const askTopicAgain = (id: number) => queries.invalidateQueries({ queryKey: key(id) });

/** The lists and their counts, once something was posted, read or decided. */
export const askListsAgain = () =>
    Promise.all(
        ["/topics", "/channels", "/hiroba/speed"].map((path) =>
            queries.invalidateQueries({ queryKey: ["get", path], exact: false }),
        ),
    );

/** The reaction given or taken back by the one who looks. */
export function reacted(before: readonly Reaction[], kind: ReactionKind, on: boolean): Reaction[] {
    const known = before.find((one) => one.kind === kind) ?? { kind, count: 0, mine: false };
    const count = known.count + (on === known.mine ? 0 : on ? 1 : -1);
    const rest = before.filter((one) => one.kind !== kind);
    return count > 0 ? [...rest, { kind, count, mine: on }] : rest;
}

/** Replies in their order without any twice: what was there, and what came. */
export function joined(before: readonly Reply[], come: readonly Reply[]): Reply[] {
    const all = new Map([...before, ...come].map((reply) => [reply.id, reply]));
    return [...all.values()].sort((a, b) => a.id - b.id);
}

/** Whether a picture of that number stands in the text. */
export const hasPicture = (pieces: Topic["pieces"]) => {
    const ids = new Set(pieces.flatMap(({ kind, href }) => (kind === "image" ? [href] : [])));
    return (id: number) => ids.has(`attachment:${id}`);
};

/** Words after commas, spaces or #, each once, as tags. */
export const tagsOf = (typed: string): string[] => [
    ...new Set(
        typed
            .split(/[\s,、，#＃]+/u)
            .map((tag) => tag.trim())
            .filter(Boolean),
    ),
];

export const most_tags = 10;
export const longest_title = 200;

const longest_action = 30;

/** Measures to choose from, by their names; those that share one by how their action begins as well. */
export function measureOptions(measures: readonly Pick<Schema<"Measure">, "code" | "measure" | "action">[]) {
    return measures.map(({ code, measure, action }) => {
        const shared = measures.filter((one) => one.measure === measure).length > 1;
        const start = action.length > longest_action ? `${action.slice(0, longest_action)}…` : action;
        return { value: code, label: shared && start ? [measure, start].filter(Boolean).join(" › ") : measure };
    });
}
