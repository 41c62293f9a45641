import type { ReactNode } from "react";
import { laterOver } from "./later.tsx";

export interface DialogProps {
    open: boolean;
    onClose: () => void;
    title: string;
    children: ReactNode;
    /** The buttons, the main one last. */
    actions?: ReactNode;
    wide?: boolean;
}

const Box = laterOver(() => import("./DialogBox.tsx"), "DialogBox");

/** A box over the page that has to be answered or closed first. */
export const Dialog = (props: DialogProps) => props.open && <Box {...props} />;
