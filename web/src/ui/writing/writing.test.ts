import { describe, expect, test } from "vitest";
import { charactersLeft, longest, tooLong } from "./counting.ts";
import { filesIn, pictureMark, problemOf, withoutPicture } from "./files.ts";
import { applied, around, code, each, lineAfter, link } from "./marks.ts";
import { mentionAt } from "./mention.ts";

/** The text with [ and ] where the selection begins and ends, before and after. */
function marked(mark: typeof code, given: string): string {
    const from = given.indexOf("[");
    const until = given.indexOf("]") - 1;
    const text = given.replace("[", "").replace("]", "");
    const edit = mark(text, from, until);
    const after = applied(text, edit);
    const [begin, end] = edit.select;
    return `${after.slice(0, begin)}[${after.slice(begin, end)}]${after.slice(end)}`;
}

describe("a button over the box", () => {
    test("makes words bold and takes it back, without the spaces beside them", () => {
        expect(marked(around("**"), "とても[ 大事 ]です")).toBe("とても **[大事]** です");
        expect(marked(around("**"), "とても **[大事]** です")).toBe("とても [大事] です");
    });
    test("with nothing selected leaves the caret between the marks", () => {
        expect(marked(around("**"), "ここ[]")).toBe("ここ**[]**");
    });
    test("makes a list of whole lines, and lines of a list", () => {
        expect(marked(each("- "), "一\n二[の\n三]つ")).toBe("一\n[- 二の\n- 三つ]");
        expect(marked(each("- "), "[- 一\n- 二]")).toBe("[一\n二]");
        expect(marked(each("> "), "ひと[]こと")).toBe("> ひとこと[]");
    });
    test("encloses code in a fence longer than any inside", () => {
        expect(marked(code, "[a\nb]")).toBe("```\n[a\nb]\n```");
        expect(marked(code, "[```\nb]")).toBe("````\n[```\nb]\n````");
        expect(marked(code, "式 [=A1] です")).toBe("式 `[=A1]` です");
    });
    test("makes a link whose missing half is to be typed", () => {
        const words = "計画";
        expect(applied(words, link(words, 0, 2))).toBe("[計画](https://)");
        const address = "https://example.jp/";
        expect(applied(address, link(address, 0, address.length))).toBe("[](https://example.jp/)");
        expect(link(address, 0, address.length).select).toEqual([1, 1]);
    });
    test("a picture comes on a line of its own and breaks no sentence", () => {
        const text = "一行目\n二行目";
        expect(applied(text, lineAfter(text, 1, "![図](attachment:3)"))).toBe("一行目\n![図](attachment:3)\n\n二行目");
        expect(applied("", lineAfter("", 0, "![図](attachment:3)"))).toBe("![図](attachment:3)\n");
    });
});

describe("a file", () => {
    test("of a kind the house does not keep, empty, too large or one too many is refused before it is sent", () => {
        expect(problemOf({ name: "手順.PDF", size: 1 }, 0)).toBeNull();
        expect(problemOf({ name: "run.exe", size: 1 }, 0)).toBe("kind");
        expect(problemOf({ name: "図.svg", size: 1 }, 0)).toBe("kind");
        expect(problemOf({ name: "図.png", size: 0 }, 0)).toBe("empty");
        expect(problemOf({ name: "図.png", size: 10 * 1024 * 1024 + 1 }, 0)).toBe("size");
        expect(problemOf({ name: "図.png", size: 1 }, 20)).toBe("many");
    });
    test("is not what is meant when cells of a table are pasted", () => {
        const files = [new File(["x"], "image.png")] as unknown as FileList;
        expect(filesIn({ files, types: ["text/plain", "text/html", "Files"] })).toEqual([]);
        expect(filesIn({ files, types: ["Files"] })).toHaveLength(1);
    });
    test("that is taken off takes its picture out of the text and no other", () => {
        const text = `前\n${pictureMark("画面[1].png", 3)}\n${pictureMark("b.png", 31)}\n後`;
        expect(text).toContain("![画面 1 ](attachment:3)");
        expect(withoutPicture(text, 3)).toBe("前\n![b](attachment:31)\n後");
    });
});

describe("the limit", () => {
    test("is told once it is near, and counts characters as people do", () => {
        expect(charactersLeft("あ".repeat(18_000))).toBeNull();
        expect(charactersLeft("あ".repeat(19_990))).toBe(10);
        expect(charactersLeft("𠮷".repeat(longest))).toBe(0);
        expect(tooLong("𠮷".repeat(longest))).toBe(false);
        expect(tooLong("あ".repeat(longest + 1))).toBe(true);
    });
});

describe("a name after @", () => {
    const typed = (text: string) => mentionAt(text, text.length)?.typed ?? null;
    test("is being typed in the middle of a Japanese sentence too, with either sign", () => {
        expect(typed("これは@山田")).toBe("山田");
        expect(typed("＠")).toBe("");
        expect(typed("@山田 さん")).toBeNull();
    });
    test("is not an address of mail, nor a name that was already chosen", () => {
        expect(typed("joho@city")).toBeNull();
        expect(typed("[@山田 太郎](/hiroba/people/3)")).toBeNull();
    });
});
