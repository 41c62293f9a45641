// @vitest-environment happy-dom
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wordingOf } from "../../i18n/wording.ts";
import { kinds, type Part, plainOf, totalOf, written } from "./found.ts";
import { Marked } from "./Marked.tsx";
import { words } from "./words.ts";

const parts: Part[] = [
    { text: "住民の", mark: false },
    { text: "申請", mark: true },
    { text: "<b>書</b>", mark: false },
];

test("what was looked for is marked, and nothing in the text is read as a mark-up", () => {
    const box = document.createElement("div");
    box.innerHTML = renderToStaticMarkup(<Marked parts={parts} />);
    expect(box.querySelector("mark")?.textContent).toBe("申請");
    expect(box.querySelector("b")).toBeNull();
    expect(box.textContent).toBe(plainOf(parts));
});

test("the sum over all kinds says so when one of them was not counted to its end", () => {
    const group = (count: number, or_more: boolean) => ({ kind: "topic" as const, count, or_more, hits: [] });
    expect(totalOf([group(3, false), group(50, true)])).toEqual({ count: 53, or_more: true });
    expect(totalOf([])).toEqual({ count: 0, or_more: false });
});

test("every kind has a name in both languages, and only what was written has a day", () => {
    for (const language of ["ja", "en"] as const) {
        const { kind } = words[language](wordingOf(language));
        expect(kinds.filter((one) => !kind[one])).toEqual([]);
    }
    expect(written.has("topic")).toBe(true);
    expect(written.has("staff")).toBe(false);
});
