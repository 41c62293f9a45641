import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    () => ({
        title: "ほかの人が先に変更しました",
        hint: "いまの内容は次のとおりです。入力した内容は残っています。もう一度送ると、いまの内容と置き換わります。",
        theirs: "入力をやめて、いまの内容を使う",
        stage_now: (stage: string) => `段階: ${stage}`,
        owner_now: (owner: string) => `担当者: ${owner}`,
        due_now: (day: string) => `期日: ${day}`,
        status_now: (status: string) => `状態: ${status}`,
        none: "なし",
    }),
    () => ({
        title: "Somebody else changed it first",
        hint: "This is the current text. What you typed is still here; sending it again replaces the current text.",
        theirs: "Discard mine and use this",
        stage_now: (stage: string) => `Stage: ${stage}`,
        owner_now: (owner: string) => `In charge: ${owner}`,
        due_now: (day: string) => `Due: ${day}`,
        status_now: (status: string) => `State: ${status}`,
        none: "none",
    }),
);
