import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

export type Tone = "info" | "good" | "warn" | "bad";

const looks: Record<Tone, string> = {
    info: "border-primary text-primary",
    good: "border-good text-good",
    warn: "border-warn text-warn",
    bad: "border-bad text-bad",
};

interface Props {
    tone?: Tone;
    title?: string;
    children?: ReactNode;
    action?: ReactNode;
    /** Read out when it appears. */
    live?: boolean;
    /** Takes the focus when it appears: it is the answer to what was just sent. */
    focus?: boolean;
}

export function Notice({ tone = "info", title, children, action, live, focus }: Props) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (focus) box.current?.focus();
    }, [focus]);
    const m = useWords(words);
    return (
        <div
            ref={box}
            tabIndex={focus ? -1 : undefined}
            role={live ? (tone === "bad" ? "alert" : "status") : undefined}
            className={classes("flex gap-3 rounded-8 border-2 bg-paper px-4 py-3", looks[tone])}
        >
            <Icon name={tone === "good" ? "check" : tone} size={24} className="mt-0.5" />
            <div className="min-w-0 flex-1 text-ink">
                <p className={title ? "font-bold" : "sr-only"}>{title ?? m.notice[tone]}</p>
                {children && <div>{children}</div>}
                {action && <div className="mt-3 flex flex-wrap gap-3">{action}</div>}
            </div>
        </div>
    );
}
