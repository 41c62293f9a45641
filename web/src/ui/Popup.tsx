import type { ReactNode } from "react";
import { laterOver } from "./later.tsx";
import { useOpening } from "./useOpening.ts";

interface Props {
    /** What stands on the button. */
    face: ReactNode;
    /** The look of the button. */
    look: string;
    /** What a reader hears instead of the face. */
    says?: string;
    disabled?: boolean;
    /** The heading of the box. */
    title?: string;
    /** Its name where it has no heading. */
    label?: string;
    placement?: "bottom" | "bottom end";
    /** The width of the box. */
    className?: string;
    children: ReactNode | ((close: () => void) => ReactNode);
}

const Box = laterOver(() => import("./PopupBox.tsx"), "PopupBox");

/** A button with a box below it. */
export function Popup({ face, look, says, disabled, children, ...box }: Props) {
    const { open, close, trigger, button } = useOpening(Box.preload);
    return (
        <>
            <button {...button} aria-label={says} aria-haspopup="dialog" disabled={disabled} className={look}>
                {face}
            </button>
            {open && (
                <Box {...box} trigger={trigger} onClose={close}>
                    {typeof children === "function" ? children(close) : children}
                </Box>
            )}
        </>
    );
}
