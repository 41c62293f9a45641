import { Fragment } from "react";
import type { Part } from "./found.ts";

/** A text with what was looked for marked in it. */
export function Marked({ parts }: { parts: readonly Part[] }) {
    let at = 0;
    return (
        <bdi>
            {parts.map(({ text, mark }) => {
                at += text.length + 1;
                if (!mark) return <Fragment key={at}>{text}</Fragment>;
                return (
                    <mark key={at} className="rounded-4 bg-yellow-200 px-0.5 text-ink">
                        {text}
                    </mark>
                );
            })}
        </bdi>
    );
}
