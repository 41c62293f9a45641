import { expect, test } from "vitest";
import {
    bodyOf,
    changeItem,
    chaptersOf,
    emptyText,
    hasItem,
    type ItemDraft,
    type NewsItem,
    type NewsKind,
    takeIn,
} from "./issue.ts";

const item = (kind: NewsKind, id: number | null, title = `${kind} ${id}`): NewsItem => ({
    kind,
    id,
    title,
    lead: "",
    url: "",
    figure: "",
});
const all = [item("improvement_case", 1), item("training", 4), item("improvement_case", 2)].reduce<ItemDraft[]>(takeIn, []);

test("what is taken in stands behind the last of its kind", () => {
    expect(all.map(({ kind, id }) => [kind, id])).toEqual([
        ["improvement_case", 1],
        ["improvement_case", 2],
        ["training", 4],
    ]);
});

test("a thing is taken in once; figures, which have no number, go by their words", () => {
    expect(takeIn(all, item("training", 4))).toHaveLength(3);
    const figures = takeIn(takeIn(all, item("figure", null, "答えた質問")), item("figure", null, "減らした時間"));
    expect(figures).toHaveLength(5);
    expect(hasItem(figures, item("figure", null, "減らした時間"))).toBe(true);
    expect(takeIn(takeIn(all, emptyText()), emptyText())).toHaveLength(5);
});

test("its own words go to the server without the editor's key", () => {
    const items = changeItem(all, all[0]?.key ?? "", { title: "短い見出し" });
    const draft = { title: " 号 ", opening: "", closing: "", from: "2026-07-01", until: "2026-09-30", items };
    expect(bodyOf(draft, 3)).toMatchObject({
        title: "号",
        revision: 3,
        items: [{ title: "短い見出し", id: 1 }, { id: 2 }, { id: 4 }],
    });
    expect(Object.keys(bodyOf(draft, 3).items[0] ?? {})).not.toContain("key");
});

test("one kind side by side is one chapter, the same kind later another", () => {
    const kinds = ["text", "training", "training", "text"] as const;
    expect(chaptersOf(kinds, (kind) => kind).map(({ kind, items }) => [kind, items.length])).toEqual([
        ["text", 1],
        ["training", 2],
        ["text", 1],
    ]);
});
