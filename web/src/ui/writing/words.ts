import { defineWords } from "../../i18n/words.ts";
import type { FileProblem } from "./files.ts";

type Problems = Record<FileProblem, (limit: string | number) => string>;

export const words = defineWords(
    () => ({
        marks: "文字の飾り",
        mark: { bold: "太字(Ctrl+B)", list: "箇条書き", quote: "引用", code: "コード", link: "リンク" },
        add_files: "画像やファイルを加える",
        look: "プレビュー",
        write: "書く",
        nothing_to_see: "まだ何も書かれていません。",
        markdown: "太字や箇条書きの記号(Markdown)が使えます。",
        send_keys: "Ctrl+Enterで送れます。",
        left: (n: string) => `あと${n}文字`,
        too_long: (n: string) => `${n}文字多いので、短くするか二つに分けてください`,
        files: "添付するファイル",
        attached: "添付ファイル",
        remove: (name: string) => `${name}を外す`,
        sending: (name: string) => `${name}を送っています`,
        pasted_name: "貼り付けた画像.png",
        people: "呼びかける人",
        problem: {
            kind: (limit) => `この種類のファイルは添付できません。${limit} のどれかにしてください。`,
            size: (limit) => `ファイルが大きすぎます。${limit} MBまでにしてください。`,
            empty: () => "中身のないファイルです。",
            many: (limit) => `添付は${limit}個までです。`,
        } as Problems,
    }),
    () => ({
        marks: "Formatting",
        mark: { bold: "Bold (Ctrl+B)", list: "List", quote: "Quote", code: "Code", link: "Link" },
        add_files: "Add pictures or files",
        look: "Preview",
        write: "Write",
        nothing_to_see: "Nothing has been written yet.",
        markdown: "You can use Markdown for bold text and lists.",
        send_keys: "Ctrl+Enter sends.",
        left: (n: string) => `${n} characters left`,
        too_long: (n: string) => `${n} characters too many: shorten it or split it in two`,
        files: "Files to attach",
        attached: "Attached files",
        remove: (name: string) => `Remove ${name}`,
        sending: (name: string) => `Sending ${name}`,
        pasted_name: "pasted picture.png",
        people: "People to mention",
        problem: {
            kind: (limit) => `Files of this kind cannot be attached. Use one of ${limit}.`,
            size: (limit) => `The file is too large. At most ${limit} MB are taken.`,
            empty: () => "The file is empty.",
            many: (limit) => `At most ${limit} files can be attached.`,
        } as Problems,
    }),
);
