// An issue while it is put together: what was taken in, in which order, in which words.
import type { Schema } from "../../api/types.ts";
import type { Saved } from "../../ui/useDocument.ts";

export type Newsletter = Schema<"Newsletter">;
export type NewsItem = Schema<"NewsItem">;
export type NewsKind = NewsItem["kind"];

/** An item in the editor's hands; the key stays with it while its words change. */
export interface ItemDraft extends NewsItem {
    key: string;
}

export interface IssueDraft extends Record<string, unknown> {
    title: string;
    opening: string;
    closing: string;
    from: string;
    until: string;
    items: ItemDraft[];
}

const keyed = (items: readonly NewsItem[]): ItemDraft[] => items.map((item, index) => ({ ...item, key: String(index) }));
const nextKey = (items: readonly ItemDraft[]) => String(items.reduce((most, { key }) => Math.max(most, Number(key)), -1) + 1);

export const savedOf = (issue: Newsletter): Saved<IssueDraft> => ({
    revision: issue.revision,
    values: {
        title: issue.line.title,
        opening: issue.opening,
        closing: issue.closing,
        from: issue.line.from,
        until: issue.line.until,
        items: keyed(issue.items.map(({ item }) => item)),
    },
});

export const bodyOf = ({ items, ...draft }: IssueDraft, revision: number): Schema<"NewsChange"> => ({
    ...draft,
    title: draft.title.trim(),
    items: items.map(({ key: _, ...item }) => item),
    revision,
});

/** The same thing told twice: by what it tells of, and where it has no number by its words. */
const isSame = (a: NewsItem, b: NewsItem) =>
    a.kind === b.kind && (a.id == null && b.id == null ? a.title === b.title : a.id === b.id);

export const hasItem = (items: readonly NewsItem[], item: NewsItem) => items.some((one) => isSame(one, item));

/** Behind the last of its kind, so that a kind stays under one heading; at the end where there is none. */
export function takeIn(items: readonly ItemDraft[], item: NewsItem): ItemDraft[] {
    if (item.kind !== "text" && hasItem(items, item)) return [...items];
    const last = items.findLastIndex(({ kind }) => kind === item.kind);
    return items.toSpliced(last < 0 || item.kind === "text" ? items.length : last + 1, 0, { ...item, key: nextKey(items) });
}

export const emptyText = (): NewsItem => ({ kind: "text", id: null, title: "", lead: "", url: "", figure: "" });

export const changeItem = (items: readonly ItemDraft[], key: string, part: Partial<NewsItem>): ItemDraft[] =>
    items.map((item) => (item.key === key ? { ...item, ...part } : item));

export interface Chapter<T> {
    kind: NewsKind;
    items: T[];
}

/** Items of a kind that stand side by side come under one heading. */
export function chaptersOf<T>(items: readonly T[], kindOf: (item: T) => NewsKind): Chapter<T>[] {
    const chapters: Chapter<T>[] = [];
    for (const item of items) {
        const last = chapters.at(-1);
        if (last?.kind === kindOf(item)) last.items.push(item);
        else chapters.push({ kind: kindOf(item), items: [item] });
    }
    return chapters;
}

export function saidOf(name: string, draft: IssueDraft): string {
    return name === "items" ? draft.items.map(({ title }) => title).join("\n") : String(draft[name] ?? "");
}
