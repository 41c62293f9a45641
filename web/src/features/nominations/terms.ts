// The words for what a round, an answer and a nominee are; every screen about them says them alike.
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    (w) => ({
        route: {
            nomination: "指名",
            recommendation: "推薦",
            open_call: "公募",
            selection: "選出",
            position: "職による",
            course: "研修の修了による",
            external: "外部からの登用",
        },
        round: { draft: "準備中", open: "受付中", decided: "決定", cancelled: "取りやめ" },
        answer: { unanswered: "未回答", nominated: "回答済み", none: "今回はいない", filled: "充足済み" },
        nominee: {
            applied: `${w.section_head}の同意待ち`,
            declined: `${w.section_head}が不同意`,
            withdrawn: "取下げ",
            nominated: "選考待ち",
            selected: "選出",
            reserve: "補欠",
            not_selected: "見送り",
            appointed: "任命",
        },
        renewal: { yearly: "毎回あらためて選ぶ", continuing: "任期中の人は続ける" },
    }),
    (w) => ({
        route: {
            nomination: "Nomination",
            recommendation: "Recommendation",
            open_call: "Open call",
            selection: "Selection",
            position: "By position",
            course: "By completing a course",
            external: "From outside",
        },
        round: { draft: "in preparation", open: "open", decided: "decided", cancelled: "called off" },
        answer: {
            unanswered: "not answered",
            nominated: "answered",
            none: "nobody this time",
            filled: "already filled",
        },
        nominee: {
            applied: `awaiting the ${w.section_head}`,
            declined: `not agreed by the ${w.section_head}`,
            withdrawn: "withdrawn",
            nominated: "awaiting selection",
            selected: "selected",
            reserve: "reserve",
            not_selected: "not selected",
            appointed: "appointed",
        },
        renewal: { yearly: "everybody is chosen anew", continuing: "whoever is within a term stays" },
    }),
);
