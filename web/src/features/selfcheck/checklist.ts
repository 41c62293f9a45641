// The list while the office makes it: groups and items, each with a code that stays the same from year to year.
import type { Schema } from "../../api/types.ts";
import type { Saved } from "../../ui/useDocument.ts";

export type Item = Schema<"CheckItem">;
export type Group = Schema<"CheckGroup">;

export interface ListDraft extends Record<string, unknown> {
    opens_on: string;
    closes_on: string;
    title: string;
    title_en: string;
    intro: string;
    intro_en: string;
    source: string;
    groups: Group[];
    items: Item[];
}

export const savedOf = ({ summary, list }: Schema<"CheckDetail">): Saved<ListDraft> => ({
    revision: summary.revision,
    values: { opens_on: summary.opens_on, closes_on: summary.closes_on, ...list },
});

export const draftOf = ({ opens_on, closes_on, ...list }: ListDraft, revision: number): Schema<"CheckDraft"> => ({
    revision,
    opens_on,
    closes_on,
    list,
});

/** A field in one text, to be compared with a colleague's. */
export function saidOf(name: string, values: ListDraft): string {
    const value = values[name];
    if (name === "groups") return values.groups.map(({ title }) => title).join("\n");
    if (name === "items") return values.items.map(({ code, text }) => `${code} ${text}`).join("\n");
    return String(value ?? "");
}

/** A code that nothing in the list has; an old one does not come back with another meaning by itself. */
function freeCode(prefix: string, taken: readonly string[]): string {
    for (let n = 1; ; n++) if (!taken.includes(`${prefix}${n}`)) return `${prefix}${n}`;
}

export const addGroup = (list: ListDraft): ListDraft => {
    const code = freeCode(
        "G",
        list.groups.map((group) => group.code),
    );
    return { ...list, groups: [...list.groups, { code, title: "", title_en: "" }] };
};

export const changeGroup = (list: ListDraft, code: string, part: Partial<Group>): ListDraft => ({
    ...list,
    groups: list.groups.map((group) => (group.code === code ? { ...group, ...part } : group)),
});

/** With its items. */
export const removeGroup = (list: ListDraft, code: string): ListDraft => ({
    ...list,
    groups: list.groups.filter((group) => group.code !== code),
    items: list.items.filter(({ group }) => group !== code),
});

export const itemsOf = (list: ListDraft, group: string) => list.items.filter((item) => item.group === group);

/** The items of a group in their new order; other groups stay where they are. */
export function orderItems(list: ListDraft, group: string, ordered: readonly Item[]): ListDraft {
    const queue = [...ordered];
    return { ...list, items: list.items.map((item) => (item.group === group ? (queue.shift() ?? item) : item)) };
}

export function addItem(list: ListDraft, group: string): ListDraft {
    const own = itemsOf(list, group);
    const prefix = /^[A-Za-z]+/.exec(own[0]?.code ?? group)?.[0].slice(0, own.length > 0 ? undefined : 1) ?? "Q";
    const code = freeCode(
        prefix,
        list.items.map((item) => item.code),
    );
    const last = list.items.findLastIndex((item) => item.group === group);
    const item = { code, group, text: "", text_en: "", good: "", good_en: "", source: "" };
    return { ...list, items: list.items.toSpliced(last < 0 ? list.items.length : last + 1, 0, item) };
}

export const changeItem = (list: ListDraft, code: string, part: Partial<Item>): ListDraft => ({
    ...list,
    items: list.items.map((item) => (item.code === code ? { ...item, ...part } : item)),
});

export const removeItem = (list: ListDraft, code: string): ListDraft => ({
    ...list,
    items: list.items.filter((item) => item.code !== code),
});
