import type { ReactNode } from "react";
import type { IconName } from "./Icon.tsx";
import { laterOver } from "./later.tsx";
import { useOpening } from "./useOpening.ts";

export interface MenuEntry {
    id: string;
    label: string;
    icon?: IconName;
    /** Checked among the others of the menu. */
    chosen?: boolean;
    /** A line above it. */
    apart?: boolean;
    act: () => void;
}

interface Props {
    label: string;
    entries: readonly MenuEntry[];
    /** The look of the button that opens it. */
    className: string;
    /** What stands on the button. */
    children: ReactNode;
}

const Box = laterOver(() => import("./MenuBox.tsx"), "MenuBox");

/** A button with a menu below it. */
export function Menu({ label, entries, className, children }: Props) {
    const { open, show, close, trigger, button } = useOpening(Box.preload);
    return (
        <>
            <button
                {...button}
                aria-label={label}
                aria-haspopup="menu"
                onKeyDown={(event) => {
                    if (event.key !== "ArrowDown") return;
                    event.preventDefault();
                    show();
                }}
                className={className}
            >
                {children}
            </button>
            {open && <Box label={label} entries={entries} trigger={trigger} onClose={close} />}
        </>
    );
}
