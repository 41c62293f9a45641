import type { ReactNode, RefObject } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import { classes } from "./classes.ts";

interface Props {
    title?: string;
    label?: string;
    placement?: "bottom" | "bottom end";
    className?: string;
    trigger: RefObject<HTMLButtonElement | null>;
    onClose: () => void;
    children: ReactNode;
}

/** The open box, below its button. */
export function PopupBox({ title, label, placement = "bottom end", className, trigger, onClose, children }: Props) {
    return (
        <Popover isOpen onOpenChange={onClose} triggerRef={trigger} placement={placement}>
            <Dialog
                aria-label={label}
                className={classes(
                    "max-h-[70dvh] overflow-y-auto rounded-12 border border-line bg-paper p-5 shadow-2 outline-none",
                    className,
                )}
            >
                {title && (
                    <Heading slot="title" level={2} className="mb-2 font-bold">
                        {title}
                    </Heading>
                )}
                {children}
            </Dialog>
        </Popover>
    );
}
