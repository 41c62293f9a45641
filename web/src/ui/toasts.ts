// Short answers to what was just done. A toast that can be taken back stays for ten seconds.
import { useSyncExternalStore } from "react";

export interface Toast {
    id: number;
    text: string;
    tone: "good" | "bad";
    undo?: () => void;
}

let shown: readonly Toast[] = [];
let next = 1;
const watchers = new Set<() => void>();

function change(toasts: readonly Toast[]) {
    shown = toasts;
    for (const watcher of watchers) watcher();
}

export const seconds_to_undo = 10;

/** Says that it is done; with `undo` it offers 「元に戻す」. */
export function toast(text: string, { undo, tone = "good" }: { undo?: () => void; tone?: "good" | "bad" } = {}): number {
    const id = next++;
    change([...shown.slice(-2), { id, text, tone, undo }]);
    return id;
}

export const dismiss = (id: number) => change(shown.filter((one) => one.id !== id));

export const useToasts = () =>
    useSyncExternalStore(
        (watcher) => {
            watchers.add(watcher);
            return () => watchers.delete(watcher);
        },
        () => shown,
    );
