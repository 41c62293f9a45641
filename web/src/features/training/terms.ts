// The words for what a run and an application are; every screen about training says them alike.
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    (w) => ({
        enrolment: {
            applied: `${w.section_head}の承認待ち`,
            accepted: "受講決定",
            waiting: "キャンセル待ち",
            declined: "見送り",
            withdrawn: "取下げ",
            lapsed: "席が空かず終了",
            completed: "修了",
            not_completed: "未修了",
        },
        waiting_at: (place: number) => `キャンセル待ち ${place}番目`,
        run: { draft: "準備中", open: "受付・実施", cancelled: "中止", closed: "終了" },
        route: { applied: "本人の申込み", recommended: `${w.section_head}の推薦`, ordered: "受講命令" },
        mark: { present: "出席", late: "遅刻", absent: "欠席" },
        sign: { present: "○", late: "△", absent: "×" },
        no_mark: "未記録",
        conflict: { overlap: "日程の重なり", leave: "休職など", transfer: "異動", prerequisite: "先に修了する研修" },
        kind: {
            rank_based: "階層別研修",
            elective: "選択研修",
            specialist: "専門研修",
            external: "派遣研修",
            on_the_job: "職場研修(OJT)",
            self_directed: "自主研修",
        },
        reach: {
            both: "LGWAN接続端末でも、インターネット接続端末でも受講できます。",
            internet: "インターネット接続端末で受講してください。LGWAN接続端末からは開けません。",
            lgwan: "LGWAN接続端末で受講してください。インターネット接続端末からは開けません。",
        },
    }),
    (w) => ({
        enrolment: {
            applied: `waiting for the ${w.section_head}`,
            accepted: "seat confirmed",
            waiting: "on the waiting list",
            declined: "declined",
            withdrawn: "withdrawn",
            lapsed: "no seat became free",
            completed: "completed",
            not_completed: "not completed",
        },
        waiting_at: (place: number) => `waiting list, place ${place}`,
        run: { draft: "in preparation", open: "open", cancelled: "cancelled", closed: "closed" },
        route: { applied: "own application", recommended: `recommended by the ${w.section_head}`, ordered: "ordered" },
        mark: { present: "present", late: "late", absent: "absent" },
        sign: { present: "○", late: "△", absent: "×" },
        no_mark: "not entered",
        conflict: { overlap: "Overlap", leave: "Leave", transfer: "Transfer", prerequisite: "Course that comes first" },
        kind: {
            rank_based: "for a rank",
            elective: "elective",
            specialist: "specialist",
            external: "external",
            on_the_job: "on the job",
            self_directed: "self-directed",
        },
        reach: {
            both: "You can take it on an LGWAN PC or on a PC with internet access.",
            internet: "Take it on a PC with internet access. It does not open on an LGWAN PC.",
            lgwan: "Take it on an LGWAN PC. It does not open on a PC with internet access.",
        },
    }),
);
