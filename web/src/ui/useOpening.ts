import { useRef, useState } from "react";

/** A button that opens something which is fetched as soon as the button is about to be pressed. */
export function useOpening(preload: () => void) {
    const [open, setOpen] = useState(false);
    const trigger = useRef<HTMLButtonElement>(null);
    const show = () => {
        // Safari does not focus what is pressed, and the focus comes back to where it was.
        trigger.current?.focus();
        setOpen(true);
    };
    const button = {
        ref: trigger,
        type: "button",
        "aria-expanded": open,
        onPointerEnter: preload,
        onFocus: preload,
        onClick: show,
    } as const;
    return { open, show, close: () => setOpen(false), trigger, button };
}
