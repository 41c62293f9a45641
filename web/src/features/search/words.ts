import { number } from "../../i18n/numbers.ts";
import { defineWords } from "../../i18n/words.ts";
import type { Kind } from "./found.ts";

interface Count {
    count: number;
    or_more: boolean;
}

export const words = defineWords(
    (w) => ({
        title: "検索",
        question: "探す言葉",
        question_hint: "2文字から探せます。空白で区切ると、すべての言葉を含むものを探します。",
        from: "書かれた日(いつから)",
        until: "いつまで",
        lead: ({ count, or_more }: Count) =>
            or_more ? `${number(count)}件以上見つかりました。` : `${number(count)}件見つかりました。`,
        start: "職員、研修、話題、事例、用語をまとめて探せます",
        start_hint: "「研修」「申請」のような2文字の言葉でも探せます。",
        nothing: (q: string) => `「${q}」に合うものは見つかりませんでした`,
        hints: [
            "言葉を短くするか、別の言い方にしてください。",
            "空白で区切った言葉を減らしてください。",
            "閉じたグループの話題は、参加している人だけが探せます。",
        ],
        ask_people: "ひろばで聞いてみる",
        kinds: "種類",
        all: "すべて",
        count: ({ count, or_more }: Count) => (or_more ? `${number(count)}件以上` : `${number(count)}件`),
        more: (kind: string) => `${kind}をもっと見る`,
        best_only: (n: number) => `近いものから${number(n)}件を表示しています。言葉を加えると絞り込めます。`,
        kind: {
            staff: "職員",
            unit: "所属",
            course: "研修",
            term: "用語",
            skill: w.skill,
            category: "人材区分",
            topic: "ひろばの話題",
            reply: "ひろばの返信",
            consultation_answer: "相談の答え",
            improvement_case: "改善事例",
            newsletter: "ニュースレター",
            notice: "お知らせ",
        } as Record<Kind, string>,
    }),
    (w) => ({
        title: "Search",
        question: "Words",
        question_hint: "Two characters are enough. Results contain all the words you separate with spaces.",
        from: "Written from",
        until: "Until",
        lead: ({ count, or_more }: Count) =>
            `${or_more ? "More than " : ""}${number(count)} ${count === 1 ? "result" : "results"}.`,
        start: "People, courses, topics, cases and terms, all in one search",
        start_hint: "Two-character Japanese words are found too.",
        nothing: (q: string) => `Nothing matches “${q}”`,
        hints: ["Use a shorter word, or another one.", "Use fewer words.", "Only members can find topics of closed groups."],
        ask_people: "Ask in Hiroba",
        kinds: "Kinds",
        all: "All",
        count: ({ count, or_more }: Count) => `${number(count)}${or_more ? "+" : ""}`,
        more: (kind: string) => `More: ${kind}`,
        best_only: (n: number) => `The ${number(n)} best matches are shown. Add a word to narrow them down.`,
        kind: {
            staff: "People",
            unit: "Sections",
            course: "Courses",
            term: "Terms",
            skill: `${w.skill.charAt(0).toUpperCase()}${w.skill.slice(1)}s`,
            category: "Categories",
            topic: "Topics",
            reply: "Replies",
            consultation_answer: "Answers from the desk",
            improvement_case: "Improvement cases",
            newsletter: "Newsletters",
            notice: "Notices",
        },
    }),
);
