import { Fragment } from "react";

// Signs that turn or hide what stands beside them: in code they are shown, so that it reads as a machine reads it.
const hidden = /([\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/u;

const nameOf = (sign: string) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

export function CodeText({ children }: { children: string }) {
    let at = 0;
    return (
        <bdo dir="ltr">
            {children.split(hidden).map((part) => {
                at += part.length;
                if (!hidden.test(part)) return <Fragment key={at}>{part}</Fragment>;
                return (
                    <span key={`sign-${at}`} className="rounded-4 bg-warn-wash px-0.5 text-[0.75em] text-warn">
                        {nameOf(part)}
                    </span>
                );
            })}
        </bdo>
    );
}
