import { expect, test } from "vitest";
import { addGroup, addItem, itemsOf, type ListDraft, orderItems, removeGroup } from "./checklist.ts";

const item = (code: string, group: string) => ({ code, group, text: code, text_en: "", good: "", good_en: "", source: "" });
const list: ListDraft = {
    opens_on: "2026-10-01",
    closes_on: "2026-10-31",
    title: "点検",
    title_en: "",
    intro: "",
    intro_en: "",
    source: "",
    groups: [
        { code: "RULES", title: "体制", title_en: "" },
        { code: "INFO", title: "情報", title_en: "" },
    ],
    items: [item("R1", "RULES"), item("R2", "RULES"), item("I1", "INFO")],
};
const codes = ({ items }: ListDraft) => items.map(({ code }) => code);

test("a new item stands last in its group under a code that nothing else has", () => {
    expect(codes(addItem(list, "RULES"))).toEqual(["R1", "R2", "R3", "I1"]);
    const grown = addItem(addGroup(list), "G1");
    expect(codes(grown).at(-1)).toBe("G1");
    expect(grown.items.at(-1)?.group).toBe("G1");
});

test("items change places within their group only", () => {
    const turned = orderItems(list, "RULES", itemsOf(list, "RULES").toReversed());
    expect(codes(turned)).toEqual(["R2", "R1", "I1"]);
});

test("a group goes with its items", () => {
    expect(removeGroup(list, "RULES")).toMatchObject({ groups: [{ code: "INFO" }], items: [{ code: "I1" }] });
});
