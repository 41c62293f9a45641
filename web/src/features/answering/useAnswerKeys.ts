import { type RefObject, useEffect, useEffectEvent } from "react";

const typing = (element: HTMLElement) =>
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(element.type));

/** 1 to 9 choose among the options one is in; Ctrl+Enter sends. */
export function useAnswerKeys(box: RefObject<HTMLElement | null>, send: () => void) {
    const pressed = useEffectEvent((event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            return send();
        }
        const target = event.target;
        if (!(target instanceof HTMLElement) || typing(target) || event.ctrlKey || event.altKey || event.metaKey) return;
        if (!/^[1-9]$/.test(event.key)) return;
        const group = target.closest("[data-choices]") ?? target.closest("fieldset")?.querySelector("[data-choices]");
        const option = group?.querySelectorAll<HTMLInputElement>("input:is([type=radio], [type=checkbox])")[
            Number(event.key) - 1
        ];
        if (!option) return;
        event.preventDefault();
        option.focus();
        option.click();
    });
    useEffect(() => {
        const element = box.current;
        const listen = (event: KeyboardEvent) => pressed(event);
        element?.addEventListener("keydown", listen);
        return () => element?.removeEventListener("keydown", listen);
    }, [box]);
}
