// @vitest-environment happy-dom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { downloadUrl } from "../api/client.ts";
import { Rich } from "./Rich.tsx";
import { addressOf } from "./rich/address.ts";
import type { Piece } from "./rich/tree.ts";

const piece = (kind: string, depth: number, text = "", href = ""): Piece => ({ kind, depth, number: 1, text, href });

function page(pieces: readonly Piece[]): HTMLElement {
    const box = document.createElement("div");
    box.innerHTML = renderToStaticMarkup(<Rich pieces={pieces} />);
    return box;
}
const paragraph = (...inside: Piece[]) => [piece("paragraph", 0), ...inside];

// What gets through where HTML is made out of text; here each must end as text or as nothing.
const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><svg onload=alert(1)//',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></p><style><img src=x onerror=alert(1)></style>",
    "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<form><button formaction=javascript:alert(1)>x",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "{{constructor.constructor('alert(1)')()}}",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
];

const hostile = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript&colon;alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "blob:http://localhost:3000/1",
    "file:///etc/passwd",
    "view-source:javascript:alert(1)",
    "//evil.example/x",
    "/\\evil.example/x",
    "\\\\evil.example\\x",
    "https:///",
    "https://",
    "http://intranet@evil.example/",
    "attachment:1",
    "",
];

describe("what people write", () => {
    const kinds = [
        "paragraph",
        "heading",
        "quote",
        "item",
        "text",
        "strong",
        "emphasis",
        "strike",
        "code",
        "code_block",
        "unknown",
    ];
    test.each(attacks)("stays text in every kind of piece: %s", (attack) => {
        for (const kind of kinds) {
            const drawn = page([piece(kind, 0, attack)]);
            expect(
                drawn.querySelectorAll("script, img, svg[onload], iframe, style, a, form, link, base, meta, details"),
            ).toHaveLength(0);
            expect(drawn.textContent).toContain(attack);
        }
    });

    test.each(hostile)("does not become a link to %j", (href) => {
        const drawn = page(paragraph(piece("link", 1, "", href), piece("text", 2, "here")));
        expect(drawn.querySelector("a")).toBeNull();
        expect(drawn.textContent).toBe("here");
    });

    test.each([
        ...hostile.filter((href) => href !== "attachment:1"),
        "https://evil.example/pixel.png",
        "attachment:1e3",
        "attachment:-1",
    ])("does not become a picture from %j", (href) => {
        const drawn = page(paragraph(piece("image", 1, "seen", href)));
        expect(drawn.querySelector("img")).toBeNull();
        expect(drawn.textContent).toBe("seen");
    });

    test.each(attacks)("is only the words of a picture: %s", (attack) => {
        const image = page(paragraph(piece("image", 1, attack, "attachment:7"))).querySelector("img");
        expect(image?.getAttribute("src")).toBe(downloadUrl("/attachments/7"));
        expect(image?.getAttribute("alt")).toBe(attack);
        expect(image?.getAttributeNames().filter((name) => name.startsWith("on"))).toEqual([]);
    });
});

describe("a link", () => {
    const drawn = (href: string, text: string) => page(paragraph(piece("link", 1, "", href), piece("text", 2, text)));
    test("to another house names the host that the text hides, and gives it no hold on this page", () => {
        const link = drawn("https://evil.example/login", "https://www.city.hirakata.osaka.jp/").querySelector("a");
        expect(link?.textContent).toContain("(evil.example)");
        expect(link?.getAttribute("rel")).toContain("noopener");
        expect(link?.textContent).toContain("外部サイト");
    });
    test("with letters that look like others shows the host as the network writes it", () => {
        expect(drawn("https://gооgle.example/", "検索").textContent).toContain("xn--");
    });
    test("that says where it leads does not say it twice", () => {
        const text = "https://www.digital.go.jp/policies";
        expect(drawn(text, text).textContent).not.toContain("(www.digital.go.jp)");
    });
    test("to a page of ours stays in this window", () => {
        const here = { origin: "http://hagukumi.example" };
        expect(addressOf("http://hagukumi.example/hirakata/plan?on=2025-04-01#a", here)).toEqual({
            href: "/hirakata/plan?on=2025-04-01#a",
            host: "",
        });
        expect(drawn("/hiroba/topics/3", "話題").querySelector("a")?.getAttribute("target")).toBeNull();
    });
});

describe("the shape of a text", () => {
    test("comes back from the flat pieces: lists in quotes, words in lists", () => {
        const drawn = page([
            piece("quote", 0),
            piece("list", 1),
            piece("item", 2),
            piece("text", 3, "ひとつ"),
            piece("strong", 3),
            piece("text", 4, "大事"),
            piece("item", 2),
            piece("text", 3, "ふたつ"),
            piece("paragraph", 0),
            piece("text", 1, "あと"),
        ]);
        expect(drawn.querySelectorAll("blockquote > ul > li")).toHaveLength(2);
        expect(drawn.querySelector("li strong")?.textContent).toBe("大事");
        expect(drawn.querySelector("blockquote + p")?.textContent).toBe("あと");
    });
    test("a table keeps its rows and heads, and scrolls by itself", () => {
        const drawn = page([
            piece("table", 0),
            piece("table_row", 1),
            piece("table_head", 2),
            piece("text", 3, "手順"),
            piece("table_row", 1),
            piece("table_cell", 2),
            piece("text", 3, "10分"),
        ]);
        expect(drawn.querySelector("section[tabindex] tr:first-child > th")?.textContent).toBe("手順");
        expect(drawn.querySelector("tr:last-child > td")?.textContent).toBe("10分");
    });
    test("a person who is spoken to is a name, not a link", () => {
        const drawn = page(paragraph(piece("link", 1, "", "/hiroba/people/12"), piece("text", 2, "@山田 太郎")));
        expect(drawn.querySelector("a")).toBeNull();
        expect(drawn.querySelector("bdi")?.textContent).toBe("@山田 太郎");
    });
    test("however deep it is nested, the page stands", () => {
        const deep = Array.from({ length: 5_000 }, (_, depth) => piece("quote", depth));
        expect(page([...deep, piece("text", 5_000, "底")]).textContent).toBe("底");
    });
    test("with depths that make no sense is still all its words", () => {
        expect(page([piece("text", 9, "あ"), piece("paragraph", -1, "い"), piece("text", 3, "う")]).textContent).toBe("あいう");
    });
});

describe("signs that turn the text", () => {
    test("are shown in code, where a machine would read them otherwise than a person", () => {
        const drawn = page([piece("code_block", 0, "if (admin\u202e ) {\u200b")]);
        expect(drawn.querySelector("pre")?.textContent).toBe("if (adminU+202E ) {U+200B");
    });
    test("end with the paragraph they stand in", () => {
        expect(page(paragraph(piece("text", 1, "\u202eabc"))).querySelector("p")?.className).toContain("typed");
    });
});
