import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../classes.ts";
import type { Edit } from "./marks.ts";
import { mentionAt } from "./mention.ts";
import { words } from "./words.ts";

export interface Suggestion {
    key: string;
    label: string;
    hint: string;
    /** What stands in the text once chosen. */
    text: string;
}

/** Finds whom the text after @ may mean; null while nobody is being named. */
export type Suggest = (typed: string | null) => readonly Suggestion[];

const none: readonly Suggestion[] = [];
export const nobody: Suggest = () => none;

/** The list that opens while a name is typed after @; the box keeps the focus. */
export function usePeople(
    suggest: Suggest,
    area: RefObject<HTMLTextAreaElement | null>,
    value: string,
    edit: (edit: Edit) => void,
) {
    const list = useId();
    const [caret, setCaret] = useState<number | null>(null);
    const [at, setAt] = useState(0);
    const mention = caret === null || suggest === nobody ? null : mentionAt(value, caret);
    const found = suggest(mention?.typed ?? null);
    const open = mention !== null && found.length > 0;
    const current = Math.min(at, found.length - 1);

    const look = () =>
        setCaret(area.current && area.current.selectionStart === area.current.selectionEnd ? area.current.selectionEnd : null);
    const close = () => setCaret(null);
    const choose = (one: Suggestion | undefined) => {
        if (!one || !mention) return;
        const end = mention.from + one.text.length + 1;
        edit({ from: mention.from, until: mention.until, text: `${one.text} `, select: [end, end] });
        close();
    };
    const typed = mention?.typed;
    // biome-ignore lint/correctness/useExhaustiveDependencies: another word begins at the first person again
    useEffect(() => setAt(0), [typed]);
    /** Whether the key was meant for the list. */
    const pressed = (event: KeyboardEvent): boolean => {
        if (!open || event.ctrlKey || event.metaKey) return false;
        if (event.key === "ArrowDown") setAt((current + 1) % found.length);
        else if (event.key === "ArrowUp") setAt((current - 1 + found.length) % found.length);
        else if (event.key === "Enter" || event.key === "Tab") choose(found[current]);
        else if (event.key === "Escape") close();
        else return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
    };
    const described =
        suggest === nobody
            ? {}
            : {
                  "aria-autocomplete": "list" as const,
                  "aria-controls": open ? list : undefined,
                  "aria-activedescendant": open ? `${list}-${current}` : undefined,
              };
    return { list, open, found, current, choose, pressed, look, close, described };
}

export function People({ people }: { people: ReturnType<typeof usePeople> }) {
    const m = useWords(words);
    if (!people.open) return null;
    return (
        <div
            id={people.list}
            role="listbox"
            aria-label={m.people}
            className="absolute inset-x-2 z-20 max-h-72 overflow-y-auto rounded-8 border border-line bg-paper py-1 shadow-2 sm:max-w-md"
        >
            {people.found.map((one, index) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and handles the keys
                <div
                    key={one.key}
                    id={`${people.list}-${index}`}
                    role="option"
                    aria-selected={index === people.current}
                    // Before the box loses the focus.
                    onPointerDown={(event) => {
                        event.preventDefault();
                        people.choose(one);
                    }}
                    className={classes(
                        "cursor-pointer px-3 py-1.5 text-table",
                        index === people.current && "bg-primary-wash underline",
                    )}
                >
                    <bdi className="font-bold">{one.label}</bdi>
                    <span className="block text-quiet text-sm">{one.hint}</span>
                </div>
            ))}
        </div>
    );
}
