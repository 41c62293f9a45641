import { expect, test } from "vitest";
import { wordingOf } from "../../i18n/wording.ts";
import { draftedWords } from "./next_year.ts";
import { words } from "./year_words.ts";

const nothing = { added: 0, changed: 0, stopped: 0, already: 0, every_year: 0, gone: 0, new_draft: false };

test("what the draft of the next year got is told in numbers, and what did not happen is not said", () => {
    const m = words.ja(wordingOf("ja")).done;
    expect(draftedWords({ ...nothing, added: 5, changed: 2, stopped: 1, new_draft: true }, m)).toEqual([
        "改定案を新しく作りました。",
        "改定案に 5行を加えました。",
        "うち 2行に、見直しの内容を書きました。",
        "「廃止」の 1行を除きました。",
    ]);
    expect(draftedWords({ ...nothing, already: 3, every_year: 1 }, m)).toEqual([
        "加える行はありませんでした。",
        "3行は、すでに改定案にありました。",
        "毎年度の 1行は、翌年度もそのまま続きます。",
    ]);
});
