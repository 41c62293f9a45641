import { useEffect, useState } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { dismiss, seconds_to_undo, type Toast, useToasts } from "./toasts.ts";
import { words } from "./words.ts";

/** Stands once in the frame. */
export function ToastRegion() {
    const toasts = useToasts();
    return (
        <div
            role="status"
            aria-live="polite"
            className="no-print fixed inset-x-4 bottom-20 z-50 grid justify-items-center gap-2 desk:bottom-6"
        >
            {toasts.map((one) => (
                <Card key={one.id} toast={one} />
            ))}
        </div>
    );
}

function Card({ toast }: { toast: Toast }) {
    const m = useWords(words);
    // Whoever is reading it or has the focus in it decides how long it stays.
    const [held, setHeld] = useState(false);
    useEffect(() => {
        if (held) return;
        const timer = setTimeout(() => dismiss(toast.id), seconds_to_undo * 1000);
        return () => clearTimeout(timer);
    }, [held, toast.id]);
    const undo = () => {
        toast.undo?.();
        dismiss(toast.id);
    };
    return (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it from leaving
        <div
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
            className="flex max-w-xl items-center gap-3 rounded-8 bg-solid-gray-900 py-1 pr-1 pl-4 text-white shadow-3"
        >
            <Icon name={toast.tone === "good" ? "check" : "bad"} />
            <span className="py-2">{toast.text}</span>
            {toast.undo && (
                <button
                    type="button"
                    onClick={undo}
                    className="min-h-10 cursor-pointer whitespace-nowrap rounded-8 px-3 font-bold text-yellow-200 underline underline-offset-4"
                >
                    {m.undo}
                </button>
            )}
            <IconButton
                icon="close"
                label={m.close}
                onPress={() => dismiss(toast.id)}
                className="text-white hover:bg-solid-gray-700"
            />
        </div>
    );
}
