// The names of what the server sends, in both languages.
import { defineWords } from "../../i18n/words.ts";
import type { ChannelKind, ReactionKind, View } from "./topics.ts";

export const terms = defineWords(
    (w) => ({
        kind: {
            question: "疑問",
            issue: "課題",
            idea: "アイデア",
            practice: "事例",
            talk: "雑談",
            tool: "ツール",
            measure: "施策",
            answers: "Q&A",
        } as Record<ChannelKind, string>,
        reaction: {
            insightful: "なるほど",
            helpful: "助かりました",
            will_try: "やってみます",
            same_here: "同じことで困っています",
        } as Record<ReactionKind, string>,
        view: {
            all: "新しい順",
            unanswered: "未回答",
            matching: `自分の${w.skill}に合う`,
            mine: "自分の投稿",
            followed: "フォロー中",
            mentioned: "自分への呼びかけ",
        } as Record<View, string>,
        ambassador: w.leader,
    }),
    (w) => ({
        kind: {
            question: "Question",
            issue: "Issue",
            idea: "Idea",
            practice: "Case",
            talk: "Small talk",
            tool: "Tool",
            measure: "Measure",
            answers: "Q&A",
        } as Record<ChannelKind, string>,
        reaction: {
            insightful: "I see",
            helpful: "That helped",
            will_try: "I will try it",
            same_here: "Same problem here",
        } as Record<ReactionKind, string>,
        view: {
            all: "Newest",
            unanswered: "Unanswered",
            matching: `Matching my ${w.skill}s`,
            mine: "Mine",
            followed: "Followed",
            mentioned: "Mentioning me",
        } as Record<View, string>,
        ambassador: w.leader,
    }),
);
