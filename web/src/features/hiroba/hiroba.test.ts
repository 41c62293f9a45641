// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { queries } from "../../api/client.ts";
import {
    asks,
    changeReply,
    hasPicture,
    joined,
    kinds,
    measureOptions,
    type Reply,
    reacted,
    type Topic,
    tagsOf,
    topicQuestion,
} from "./topics.ts";
import { bothOf } from "./useTwoHands.ts";

const reply = (id: number, text = ""): Reply => ({
    id,
    author: { account: 1, name: "山田", unit: "市民課", ambassador: false },
    pieces: [],
    text,
    files: [],
    reactions: [],
    created_at: "2025-10-01T00:00:00Z",
    edited_at: null,
    revision: 1,
    accepted: false,
    hidden: false,
    hidden_why: "",
    may_edit: false,
    may_accept: false,
    may_claim: false,
});

describe("replies that come while one reads", () => {
    test("stand in their order, none twice, and a newer text of one replaces the older", () => {
        const all = joined([reply(1), reply(3, "前")], [reply(4), reply(3, "後"), reply(2)]);
        expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
        expect(all[2]?.text).toBe("後");
    });
    test("leave the others as they were, so that they are not drawn again", () => {
        const [one, two] = [reply(1), reply(2)];
        queries.setQueryData(["get", "/topics/{id}", topicQuestion(7)], { id: 7, replies: [one, two] } as unknown as Topic);
        changeReply(7, 2, (before) => ({ ...before, text: "直した" }));
        const after = queries.getQueryData<Topic>(["get", "/topics/{id}", topicQuestion(7)]);
        expect(after?.replies[0]).toBe(one);
        expect(after?.replies[1]?.text).toBe("直した");
    });
    beforeEach(() => queries.clear());
});

describe("a reaction", () => {
    test("counts once however often it is given, and goes when it is taken back", () => {
        const once = reacted([], "helpful", true);
        expect(once).toEqual([{ kind: "helpful", count: 1, mine: true }]);
        expect(reacted(once, "helpful", true)).toEqual(once);
        expect(reacted(once, "helpful", false)).toEqual([]);
    });
    test("leaves those of others alone", () => {
        const others = [{ kind: "helpful" as const, count: 3, mine: false }];
        expect(reacted(others, "helpful", true)).toEqual([{ kind: "helpful", count: 4, mine: true }]);
        expect(reacted(others, "helpful", false)).toEqual(others);
        expect(reacted(others, "will_try", true)).toHaveLength(2);
    });
});

describe("two texts of the same", () => {
    test("are both there to be put together, over the revision that was saved last", () => {
        const both = bothOf({ revision: 1, title: "題", text: "自分の文" }, { revision: 2, title: "題", text: "相手の文" });
        expect(both).toEqual({ revision: 2, title: "題", text: "相手の文\n\n---\n\n自分の文" });
    });
    test("are one when both wrote the same", () => {
        const same = { revision: 1, title: "題", text: "同じ文" };
        expect(bothOf(same, { ...same, revision: 2 })).toEqual({ ...same, revision: 2 });
    });
});

describe("what is typed as tags", () => {
    test("is taken apart at spaces, commas and #, in full width too, and each is there once", () => {
        expect(tagsOf(" Excel　窓口、申請,#RPA ＃窓口 ")).toEqual(["Excel", "窓口", "申請", "RPA"]);
        expect(tagsOf("　")).toEqual([]);
    });
});

test("only where something is asked does a topic without a reply wait for an answer", () => {
    expect(kinds.filter(asks)).toEqual(["question", "issue", "tool", "measure"]);
});

test("a picture that stands in the text is not told again among the files", () => {
    const has = hasPicture([{ kind: "image", depth: 1, number: 0, text: "図", href: "attachment:3" }]);
    expect([has(3), has(31)]).toEqual([true, false]);
});

test("a measure is chosen by its name, and by how its action begins where several share the name", () => {
    const measures = [
        { code: "M1", measure: "研修計画", action: "毎年度、研修の振り返りを実施し、年度ごとに見直しを行い、公表します。" },
        { code: "M2", measure: "研修計画", action: "" },
        { code: "M3", measure: "推進体制", action: "推進リーダーを置く。" },
    ];
    expect(measureOptions(measures).map(({ label }) => label)).toEqual([
        "研修計画 › 毎年度、研修の振り返りを実施し、年度ごとに見直しを行い、公表…",
        "研修計画",
        "推進体制",
    ]);
});
