import { expect, test } from "vitest";
import { wordingOf } from "./wording.ts";
import type { Words } from "./words.ts";

const catalogs = import.meta.glob<Record<string, unknown>>(["../**/*words.ts", "../**/roles.ts", "!./words.ts"], { eager: true });

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });

function texts(value: unknown, path: string): [string, unknown][] {
    if (typeof value !== "object" || value === null) return [[path, value]];
    return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}.${name}`));
}

const isWords = (value: unknown): value is Words<unknown> =>
    typeof value === "object" && value !== null && "ja" in value && "en" in value;
const all = Object.entries(catalogs).flatMap(([file, module]) =>
    Object.values(module)
        .filter(isWords)
        .map((words) => [file, words] as const),
);

test.each(all)("%s says everything in both languages, English without Japanese characters", (_, words) => {
    const ja = texts(words.ja(wordingOf("ja")), "");
    const en = texts(words.en(wordingOf("en")), "");
    expect(en.map(([path]) => path)).toEqual(ja.map(([path]) => path));
    for (const [path, text] of [...ja, ...en]) expect(text, path).not.toBe("");
    const foreign = en.filter(
        ([path, text]) =>
            typeof text === "string" &&
            path !== ".language" &&
            /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
    );
    expect(foreign).toEqual([]);
});

test("a text takes the same number of values in both languages", () => {
    for (const [file, words] of all) {
        const en = new Map(texts(words.en(wordingOf("en")), ""));
        for (const [path, text] of texts(words.ja(wordingOf("ja")), "")) {
            if (typeof text === "function") expect((en.get(path) as () => string).length, file + path).toBe(text.length);
        }
    }
});

const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));

/** What may say a catalogue's words: its neighbours, and whoever names the file. */
function sayers(catalog: string): string {
    const name = catalog.slice(catalog.lastIndexOf("/"));
    const may = ([file, text]: [string, string]) =>
        file !== catalog && (folderOf(file) === folderOf(catalog) || text.includes(`${name}"`));
    return Object.entries(sources)
        .filter(may)
        .map(([, text]) => text)
        .join("\n");
}

test.each(all.filter(([file]) => file.endsWith("words.ts")))("%s holds no word that no screen says", (file, words) => {
    const text = sayers(file);
    const unsaid = Object.keys(words.ja(wordingOf("ja")) as object).filter((name) => !new RegExp(`\\.${name}\\b`).test(text));
    expect(unsaid).toEqual([]);
});

test("the city's own word replaces the national one, in the language that has it", () => {
    const own = {
        skill: { word: "技能", word_en: "" },
        leader: { word: "デジタル推進リーダー", word_en: "digital promotion leader" },
    };
    expect(wordingOf("ja", own).skill).toBe("技能");
    expect(wordingOf("en", own).skill).toBe("skill");
    expect(wordingOf("ja", own).leader).toBe("デジタル推進リーダー");
    expect(wordingOf("ja", own).section_head).toBe("所属長");
});
