import { number } from "../../i18n/numbers.ts";
import { defineWords } from "../../i18n/words.ts";

export const words = defineWords(
    (w) => ({
        selfcheck: "セキュリティ自己点検",
        title: (year: string) => `${year}の点検表`,
        lead: (sections: number) =>
            `始めると、いまの${number(sections)}${w.section}に点検をお願いします。始めたあとは項目を変えられません。`,
        head: "点検について",
        fields: {
            opens_on: "始まりの日",
            closes_on: "最終日",
            title: "点検の名前",
            title_en: "点検の名前(英語)",
            intro: "はじめに読む文",
            intro_en: "はじめに読む文(英語)",
            source: "出典",
            groups: "分類",
            items: "項目",
        },
        saved: "保存しました。",
        restored: "保存していなかった内容を戻しました。",
        let_go: "保存してある内容に戻す",
        problems: "始める前に直すところ",
        place: (pointer: string) => {
            const [, kind, at] = pointer.split("/");
            if (kind === "groups") return `${Number(at) + 1}番目の分類:`;
            if (kind === "items") return `${Number(at) + 1}番目の項目:`;
            return "";
        },
        open: "点検を始める",
        open_title: "点検を始める",
        open_hint: (sections: number) =>
            `${number(sections)}${w.section}に点検をお願いします。始めたあとは、項目と${w.section}を変えられません。`,
        opened: "自己点検を始めました。",
        discard: "下書きを破棄する",
        discard_title: "点検表の下書きを破棄する",
        discard_hint: "書いた内容は戻せません。",
        discarded: "下書きを破棄しました。",
        add_group: "分類を加える",
        remove_group: (name: string) => `分類「${name}」を消す`,
        remove: "消す",
        group_removed: "分類を消しました。",
        group_title: "分類の名前",
        group_title_en: "分類の名前(英語)",
        unnamed: "名前のない分類",
        items_of: (name: string) => `${name}の項目`,
        add_item: "項目を加える",
        item_removed: "項目を消しました。",
        untitled: "(文を入力してください)",
        item: {
            text: "確かめること",
            text_en: "確かめること(英語)",
            good: "よい状態",
            good_en: "よい状態(英語)",
            source: "出典",
        },
    }),
    () => ({
        selfcheck: "Security self-check",
        title: (year: string) => `Checklist of ${year}`,
        lead: (sections: number) =>
            `Opening it asks today's ${number(sections)} sections; the items can no longer be changed then.`,
        head: "About the check",
        fields: {
            opens_on: "First day",
            closes_on: "Last day",
            title: "Name",
            title_en: "Name in English",
            intro: "Introduction",
            intro_en: "Introduction in English",
            source: "Source",
            groups: "Groups",
            items: "Items",
        },
        saved: "Saved.",
        restored: "Your unsaved changes have been restored.",
        let_go: "Discard them",
        problems: "To be corrected before opening",
        place: (pointer: string) => {
            const [, kind, at] = pointer.split("/");
            if (kind === "groups") return `Group ${Number(at) + 1}:`;
            if (kind === "items") return `Item ${Number(at) + 1}:`;
            return "";
        },
        open: "Open the check",
        open_title: "Open the check",
        open_hint: (sections: number) =>
            `${number(sections)} sections are asked. After that neither items nor sections can be changed.`,
        opened: "The self-check is open.",
        discard: "Discard the draft",
        discard_title: "Discard the draft of the checklist",
        discard_hint: "The text cannot be recovered.",
        discarded: "The draft was deleted.",
        add_group: "Add a group",
        remove_group: (name: string) => `Remove the group “${name}”`,
        remove: "Remove",
        group_removed: "The group was removed.",
        group_title: "Name of the group",
        group_title_en: "Name in English",
        unnamed: "group without a name",
        items_of: (name: string) => `Items of ${name}`,
        add_item: "Add an item",
        item_removed: "The item was removed.",
        untitled: "(write what is checked)",
        item: {
            text: "What is checked",
            text_en: "What is checked, in English",
            good: "What good looks like",
            good_en: "What good looks like, in English",
            source: "Source",
        },
    }),
);
