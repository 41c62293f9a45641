import { expect, test } from "vitest";
import type { Schema } from "../../api/types.ts";
import { leftOver, meaningOf, shownTexts, stepped, toggled, withThemes } from "./coding.ts";

const text = (id: string, said: string, ...themes: number[]) => ({ id, option: "", text: said, themes });
const theme = (id: number, texts: number) => ({ id, name: `話題${id}`, issue: "", texts });
const all: Schema<"Texts"> = {
    question: "Q9",
    too_few: false,
    texts: [text("a", "研修の時間がない", 1), text("b", "研修がほしい"), text("c", "時間がない", 1, 2)],
    themes: [theme(1, 2), theme(2, 1)],
    words: [],
};

test("the keys go on and back, set the themes in their order, and make a new one", () => {
    expect(meaningOf("j", 2)).toEqual({ go: 1 });
    expect(meaningOf("k", 2)).toEqual({ go: -1 });
    expect(meaningOf("2", 2)).toEqual({ theme: 1 });
    expect(meaningOf("3", 2)).toBeNull();
    expect(meaningOf("n", 0)).toEqual({ add: true });
    expect(meaningOf("x", 9)).toBeNull();
});

test("one stays at the first and the last text", () => {
    expect([stepped(0, -1, 3), stepped(1, 1, 3), stepped(2, 1, 3)]).toEqual([0, 2, 2]);
});

test("a theme is set by its key and taken off by the same", () => {
    expect(toggled([1], 2)).toEqual([1, 2]);
    expect(toggled([1, 2], 2)).toEqual([1]);
});

test("texts are narrowed to a theme, to those without, and to a word", () => {
    const ids = (show: string, word = "") => shownTexts(all.texts, show, word).map(({ id }) => id);
    expect(ids("")).toEqual(["a", "b", "c"]);
    expect(ids("left")).toEqual(["b"]);
    expect(ids("1", "研修")).toEqual(["a"]);
    expect(leftOver(all.texts)).toBe(1);
});

test("the counts of the themes follow what is set, before the server has said so", () => {
    const next = withThemes(all, "b", [2]);
    expect(next.themes.map(({ texts }) => texts)).toEqual([2, 2]);
    expect(withThemes(next, "c", [1]).themes.map(({ texts }) => texts)).toEqual([2, 1]);
});
