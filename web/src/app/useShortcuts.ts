import { useEffect, useEffectEvent } from "react";

const stored = "hagukumi.single_keys";

/** Keys without Ctrl can be switched off: dictation software types them by accident. */
export const singleKeys = () => localStorage.getItem(stored) !== "off";
export const setSingleKeys = (on: boolean) => localStorage.setItem(stored, on ? "on" : "off");

export function useShortcuts(actions: { palette: () => void; help: () => void }) {
    const pressed = useEffectEvent((event: KeyboardEvent) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            return actions.palette();
        }
        const typing =
            event.target instanceof HTMLElement &&
            (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
        if (typing || event.isComposing || !singleKeys()) return;
        if (event.key === "?") actions.help();
    });
    useEffect(() => {
        const listener = (event: KeyboardEvent) => pressed(event);
        window.addEventListener("keydown", listener);
        return () => window.removeEventListener("keydown", listener);
    }, []);
}
