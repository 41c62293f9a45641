// What a notice and a piece of a newsletter is called; every screen about them says it alike.
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    (w) => ({
        kind: {
            national_trend: "国の動向",
            support_scheme: "支援制度",
            training: "研修",
            tools: "システム・ツール",
            security: "情報セキュリティ",
            general: "お知らせ",
            newsletter: "ニュースレター",
        },
        status: { draft: "下書き", published: "公開中", taken_back: "取下げ" },
        issue: { draft: "下書き", published: "発行済み" },
        news: {
            improvement_case: "改善の事例",
            answer: "ひろばで解決した質問",
            consultation: "相談から",
            training: "研修の案内",
            figure: "数字で見る",
            trend: "国の動向・支援制度",
            text: "文章",
        },
        everybody: `すべての${w.staff_member}`,
    }),
    () => ({
        kind: {
            national_trend: "National trend",
            support_scheme: "Support scheme",
            training: "Training",
            tools: "Systems and tools",
            security: "Information security",
            general: "Notice",
            newsletter: "Newsletter",
        },
        status: { draft: "draft", published: "published", taken_back: "withdrawn" },
        issue: { draft: "draft", published: "issued" },
        news: {
            improvement_case: "Improvement cases",
            answer: "Answered in Hiroba",
            consultation: "From the desk",
            training: "Courses",
            figure: "In figures",
            trend: "National trends and schemes",
            text: "Text",
        },
        everybody: "All staff",
    }),
);
