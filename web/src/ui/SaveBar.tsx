import { useEffect, useEffectEvent } from "react";
import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { words } from "./words.ts";

interface Props {
    dirty: boolean;
    saving: boolean;
    onSave: () => void;
}

/** Says whether everything is saved, and saves; Ctrl+S does the same. */
export function SaveBar({ dirty, saving, onSave }: Props) {
    const m = useWords(words);
    const pressed = useEffectEvent((event: KeyboardEvent) => {
        if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (dirty) onSave();
    });
    useEffect(() => {
        const listen = (event: KeyboardEvent) => pressed(event);
        window.addEventListener("keydown", listen);
        return () => window.removeEventListener("keydown", listen);
    }, []);
    return (
        <div className="no-print sticky bottom-16 z-20 mt-6 flex flex-wrap items-center gap-3 rounded-8 border border-line bg-paper px-4 py-3 desk:bottom-4">
            <span aria-live="polite" className={dirty ? "font-bold" : "text-quiet"}>
                {dirty ? m.unsaved : m.all_saved}
            </span>
            <Button look="primary" className="ml-auto" disabled={!dirty} pending={saving} onPress={onSave}>
                {m.save}
            </Button>
        </div>
    );
}
