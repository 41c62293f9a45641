import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    () => ({
        code: "コード",
        copy: "コピー",
        copied: "コピーしました",
        marked: "選択しました。Ctrl+Cでコピーできます。",
        outside: "(外部サイト、新しいタブで開きます)",
        table: "表",
        picture: "画像",
        enlarge: (text: string) => `${text}を大きく表示`,
        lost: (text: string) => `[画像を表示できません: ${text}]`,
    }),
    () => ({
        code: "Code",
        copy: "Copy",
        copied: "Copied",
        marked: "Selected. Press Ctrl+C to copy it.",
        outside: "(another site, opens in a new tab)",
        table: "Table",
        picture: "Picture",
        enlarge: (text: string) => `Enlarge ${text}`,
        lost: (text: string) => `[This picture cannot be shown: ${text}]`,
    }),
);
