import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type Tone = "plain" | "info" | "good" | "warn" | "bad";

const looks: Record<Tone, string> = {
    plain: "border-line-strong text-quiet",
    info: "border-primary text-primary bg-primary-wash",
    good: "border-good text-good bg-good-wash",
    warn: "border-warn text-warn bg-warn-wash",
    bad: "border-bad text-bad bg-bad-wash",
};

/** A short state in words: 「休職中」「要確認」. The colour repeats the word, it never replaces it. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
    return (
        <span
            className={classes(
                "inline-block whitespace-nowrap rounded-4 border px-1.5 text-[0.8125rem] leading-[1.5]",
                looks[tone],
            )}
        >
            {children}
        </span>
    );
}
