// The words for what a survey, a question and a wave are; every screen about them says them alike.
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    (w) => ({
        wave: { draft: "準備中", open: "実施中", closed: "終了", cancelled: "取りやめ" },
        before_first_day: "開始待ち",
        survey: { draft: "下書き", published: "公開済み" },
        kind: { baseline: "現状把握", before: "事前", after: "事後", follow_up: "追跡", other: "その他" },
        purpose: {
            baseline: "現状把握",
            awareness: "前後の意識",
            reaction: "研修直後",
            follow_up: "研修後の追跡",
            self_check: "自己点検",
            other: "その他",
        },
        readers: { office: "担当だけ", leaders: `経営層と${w.section_head}まで`, everybody: "すべての職員" },
        type: {
            single: "一つ選ぶ",
            multiple: "いくつか選ぶ",
            scale: "段階で答える",
            matrix: "表で答える",
            number: "数字",
            short_text: "短い文",
            long_text: "長い文",
        },
    }),
    (w) => ({
        wave: { draft: "in preparation", open: "open", closed: "closed", cancelled: "called off" },
        before_first_day: "about to begin",
        survey: { draft: "draft", published: "published" },
        kind: { baseline: "Baseline", before: "Before", after: "After", follow_up: "Follow-up", other: "Other" },
        purpose: {
            baseline: "Baseline",
            awareness: "Before and after",
            reaction: "Right after a course",
            follow_up: "Some time after a course",
            self_check: "Self-check",
            other: "Other",
        },
        readers: { office: "The office only", leaders: `Executives and ${w.section_head}s too`, everybody: "All staff" },
        type: {
            single: "Choose one",
            multiple: "Choose several",
            scale: "Scale",
            matrix: "Table",
            number: "Number",
            short_text: "Short text",
            long_text: "Long text",
        },
    }),
);
