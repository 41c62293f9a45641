// The words and signs of an answer; every screen of the self-check says them alike.
import { defineWords } from "../../i18n/words.ts";
import type { Choice } from "./answers.ts";

export const signs: Record<Choice, string> = { yes: "○", partly: "△", no: "×", not_applicable: "–" };
export const looks: Record<Choice, string> = {
    yes: "bg-blue-50 text-ink",
    partly: "bg-yellow-100 text-ink hatch",
    no: "bg-orange-100 text-ink font-bold hatch",
    not_applicable: "bg-paper text-quiet",
};

export const terms = defineWords(
    () => ({
        choice: { yes: "はい", partly: "一部", no: "いいえ", not_applicable: "該当なし" },
        unanswered: "未回答",
        status: { draft: "下書き", waiting: "開始待ち", open: "実施中", closed: "終了" },
        remedy: { draft: "下書き", open: "改善中", done: "改善済み" },
        step: { planned: "改善を決めました", changed: "内容を直しました", done: "改善しました", reopened: "もう一度開きました" },
    }),
    () => ({
        choice: { yes: "Yes", partly: "Partly", no: "No", not_applicable: "N/A" },
        unanswered: "not answered",
        status: { draft: "draft", waiting: "not begun", open: "open", closed: "closed" },
        remedy: { draft: "draft", open: "under way", done: "done" },
        step: { planned: "planned", changed: "changed", done: "done", reopened: "opened again" },
    }),
);
