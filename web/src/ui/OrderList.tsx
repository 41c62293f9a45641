import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { movedTo } from "./order.ts";
import { words } from "./words.ts";

interface Props<T> {
    label: string;
    entries: readonly T[];
    entryKey: (entry: T) => string | number;
    /** Names an entry for readers: the buttons say what they move. */
    entryName: (entry: T) => string;
    onChange: (entries: T[]) => void;
    children: (entry: T, index: number) => ReactNode;
    /** Without it entries stay in the list. */
    onRemove?: (entry: T) => void;
    disabled?: boolean;
}

/** A list put in order by dragging, by buttons, or by Alt and the arrow keys; where an entry came to stand is read out. */
export function OrderList<T>({ label, entries, entryKey, entryName, onChange, children, onRemove, disabled }: Props<T>) {
    const m = useWords(words);
    const list = useRef<HTMLOListElement>(null);
    const [dragged, setDragged] = useState<number | null>(null);
    const [over, setOver] = useState<number | null>(null);
    const [moved, setMoved] = useState<{ key: string; focus: string; at: number; name: string } | null>(null);
    // The button goes along with its entry, and the focus stays on it.
    useEffect(() => {
        if (!moved) return;
        const entry = [...(list.current?.children ?? [])].find((one) => (one as HTMLElement).dataset.entry === moved.key);
        const button = entry?.querySelector<HTMLButtonElement>(`[data-move=${moved.focus}]:not(:disabled)`);
        (button ?? entry?.querySelector<HTMLButtonElement>("[data-move]:not(:disabled)"))?.focus();
    }, [moved]);
    const move = (from: number, to: number, focus: string) => {
        const entry = entries[from];
        if (entry === undefined || to < 0 || to >= entries.length || to === from) return;
        setMoved({ key: String(entryKey(entry)), focus, at: to + 1, name: entryName(entry) });
        onChange(movedTo(entries, from, to));
    };
    const dropped = (event: DragEvent, index: number) => {
        event.preventDefault();
        if (dragged !== null) move(dragged, index, "up");
        setDragged(null);
        setOver(null);
    };
    return (
        <>
            <p aria-live="polite" className="sr-only">
                {moved && m.moved_to(moved.name, moved.at)}
            </p>
            <ol ref={list} aria-label={label}>
                {entries.map((entry, index) => (
                    <li
                        key={entryKey(entry)}
                        data-entry={entryKey(entry)}
                        draggable={!disabled}
                        onDragStart={(event) => {
                            event.dataTransfer.effectAllowed = "move";
                            event.dataTransfer.setData("text/plain", entryName(entry));
                            setDragged(index);
                        }}
                        onDragEnd={() => {
                            setDragged(null);
                            setOver(null);
                        }}
                        onDragOver={(event) => {
                            if (dragged === null) return;
                            event.preventDefault();
                            setOver(index);
                        }}
                        onDrop={(event) => dropped(event, index)}
                        onKeyDown={(event) => {
                            const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
                            if (disabled || !event.altKey || step === 0) return;
                            event.preventDefault();
                            move(index, index + step, step < 0 ? "up" : "down");
                        }}
                        className={classes(
                            "flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b py-2",
                            !disabled && "desk:cursor-grab",
                            dragged === index && "opacity-50",
                            over === index && dragged !== null && dragged !== index && "bg-primary-wash",
                        )}
                    >
                        <span aria-hidden="true" className="tabular w-6 pt-1 text-right text-quiet">
                            {index + 1}
                        </span>
                        <div className="min-w-0 flex-1 basis-48">{children(entry, index)}</div>
                        {!disabled && (
                            <span className="no-print ml-auto flex">
                                <IconButton
                                    icon="up"
                                    data-move="up"
                                    label={m.move_up(entryName(entry))}
                                    disabled={index === 0}
                                    onPress={() => move(index, index - 1, "up")}
                                />
                                <IconButton
                                    icon="down"
                                    data-move="down"
                                    label={m.move_down(entryName(entry))}
                                    disabled={index === entries.length - 1}
                                    onPress={() => move(index, index + 1, "down")}
                                />
                                {onRemove && (
                                    <IconButton
                                        icon="close"
                                        label={m.take_out(entryName(entry))}
                                        onPress={() => onRemove(entry)}
                                    />
                                )}
                            </span>
                        )}
                    </li>
                ))}
            </ol>
        </>
    );
}
