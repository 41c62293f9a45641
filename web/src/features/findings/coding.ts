// Sorting texts into themes by keyboard: what a key does, and which texts are in front of one.
import type { Schema } from "../../api/types.ts";

export type Text = Schema<"Text">;
export type Theme = Schema<"Theme">;

export type KeyMeaning = { go: 1 | -1 } | { theme: number } | { add: true } | null;

/** j and k go on and back, 1 to 9 are the themes in their order, n makes a new one. */
export function meaningOf(key: string, themes: number): KeyMeaning {
    if (key === "j" || key === "ArrowDown") return { go: 1 };
    if (key === "k" || key === "ArrowUp") return { go: -1 };
    if (key === "n") return { add: true };
    const at = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
    return at >= 0 && at < themes ? { theme: at } : null;
}

export const stepped = (at: number, step: number, all: number) => Math.min(all - 1, Math.max(0, at + step));

export const toggled = (themes: readonly number[], theme: number): number[] =>
    themes.includes(theme) ? themes.filter((one) => one !== theme) : [...themes, theme];

/** "": all; "left": without a theme; otherwise the theme's number. */
export function shownTexts(texts: readonly Text[], show: string, word: string): Text[] {
    return texts.filter(
        ({ text, themes }) =>
            (word === "" || text.includes(word)) &&
            (show === "" || (show === "left" ? themes.length === 0 : themes.includes(Number(show)))),
    );
}

export const leftOver = (texts: readonly Text[]) => texts.filter(({ themes }) => themes.length === 0).length;

/** The answer of the server as it will be once the themes of one text have changed: the counts go with it. */
export function withThemes(all: Schema<"Texts">, id: string, themes: number[]): Schema<"Texts"> {
    const before = all.texts.find((text) => text.id === id)?.themes ?? [];
    return {
        ...all,
        texts: all.texts.map((text) => (text.id === id ? { ...text, themes } : text)),
        themes: all.themes.map((theme) => ({
            ...theme,
            texts: theme.texts + Number(themes.includes(theme.id)) - Number(before.includes(theme.id)),
        })),
    };
}
