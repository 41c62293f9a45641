// The words for what a consultation and a booking are; every screen about them says them alike.
import { number } from "../../i18n/numbers.ts";
import { defineWords } from "../../i18n/words.ts";

export const terms = defineWords(
    () => ({
        stage: {
            reception: "受付",
            analysis: "業務分析",
            budget: "予算化",
            design: "設計",
            build: "実装",
            effect: "効果",
        },
        stage_hint: {
            reception: "困っていることを聞き、担当者を決める",
            analysis: "いまの仕事の流れと、かかる時間を書き出す",
            budget: "使える道具と費用を見積もり、予算や補助を確かめる",
            design: "新しい流れと役割を決める",
            build: "作って、試して、職場で使い始める",
            effect: "減った時間と使い心地を確かめる",
        },
        step: { done: "済み", now: "いまここ", ahead: "これから", skipped: "飛ばした段階" },
        status: { open: "対応中", waiting_for_asker: "返事待ち", finished: "終了", withdrawn: "取下げ" },
        no_owner: "担当者なし",
        presence: { here: "", on_leave: "休業中", moved: "異動", absent: "不在" },
        days_left: (n: number) => `あと${number(n)}開庁日`,
        due_today: "今日まで",
        days_over: (n: number) => `${number(n)}開庁日の超過`,
        load: { free: "余裕あり", normal: "ふつう", busy: "混み合い" },
        open: (n: number) => (n === 0 ? "対応中なし" : `対応中 ${number(n)}件`),
        time: (hours: number, minutes: number) =>
            [hours > 0 && `${number(hours)}時間`, (minutes > 0 || hours === 0) && `${minutes}分`].filter(Boolean).join(""),
        slot_kind: { workshop: "ワークショップ", clinic: "相談会" },
        outcome: {
            solved: "解決した",
            improved: "一部が良くなった",
            passed_on: "別の窓口に引き継いだ",
            not_pursued: "今回は見送った",
        },
        engagement: {
            planned: "予定",
            going_on: "活用中",
            to_report: "報告待ち",
            done: "完了",
            cancelled: "取りやめ",
        },
        list: (items: readonly string[]) => items.join("、"),
    }),
    () => ({
        stage: {
            reception: "Intake",
            analysis: "Work analysis",
            budget: "Budget",
            design: "Design",
            build: "Build",
            effect: "Effect",
        },
        stage_hint: {
            reception: "Hear the problem and decide who helps",
            analysis: "Write down how the work flows now and how long it takes",
            budget: "Estimate tools and cost, check budget and support schemes",
            design: "Decide on the new flow and who does what",
            build: "Build it, try it, start to use it",
            effect: "See how much time it saves and how it works in practice",
        },
        step: { done: "done", now: "now", ahead: "to come", skipped: "skipped" },
        status: { open: "open", waiting_for_asker: "awaiting reply", finished: "finished", withdrawn: "withdrawn" },
        no_owner: "nobody in charge",
        presence: { here: "", on_leave: "on leave", moved: "has moved", absent: "absent" },
        days_left: (n: number) => (n === 1 ? "1 working day left" : `${number(n)} working days left`),
        due_today: "due today",
        days_over: (n: number) => (n === 1 ? "1 working day late" : `${number(n)} working days late`),
        load: { free: "available", normal: "moderate", busy: "busy" },
        open: (n: number) => (n === 0 ? "nothing open" : `${number(n)} open`),
        time: (hours: number, minutes: number) =>
            [hours > 0 && `${number(hours)} h`, (minutes > 0 || hours === 0) && `${minutes} min`].filter(Boolean).join(" "),
        slot_kind: { workshop: "workshop", clinic: "session" },
        outcome: {
            solved: "solved",
            improved: "partly better",
            passed_on: "passed on elsewhere",
            not_pursued: "not pursued now",
        },
        engagement: {
            planned: "planned",
            going_on: "under way",
            to_report: "report due",
            done: "done",
            cancelled: "cancelled",
        },
        list: (items: readonly string[]) => items.join(", "),
    }),
);
