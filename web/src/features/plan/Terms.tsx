import { createContext, use, useId, useRef, useState } from "react";
import { Popover } from "react-aria-components";
import type { Schema } from "../../api/types.ts";
import { partsOf } from "./terms.ts";

type Glossary = Schema<"Plan">["glossary"];

export const GlossaryContext = createContext<Glossary>([]);

/** A text of the plan with its terms marked: their meaning shows on hover, on focus and on a tap. */
export function Terms({ children }: { children: string }) {
    const glossary = use(GlossaryContext);
    const parts = partsOf(
        children,
        glossary.map(({ term }) => term),
    );
    return parts.map((part) => {
        const entry = glossary.find(({ term }) => term === part.term);
        return entry ? <Term key={`${part.term}`} text={part.text} entry={entry} /> : part.text;
    });
}

function Term({ text, entry }: { text: string; entry: Glossary[number] }) {
    const [open, setOpen] = useState(false);
    const anchor = useRef<HTMLSpanElement>(null);
    const id = useId();
    return (
        <>
            {/* biome-ignore lint/a11y/useSemanticElements: a button is a box of its own, lines would break around it as around a picture */}
            <span
                ref={anchor}
                role="button"
                tabIndex={0}
                aria-describedby={open ? id : undefined}
                aria-expanded={open}
                onMouseEnter={() => setOpen(true)}
                onMouseLeave={() => setOpen(false)}
                onFocus={() => setOpen(true)}
                onBlur={() => setOpen(false)}
                onClick={() => setOpen(true)}
                onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
                className="cursor-help underline decoration-dotted underline-offset-4"
            >
                {text}
            </span>
            <Popover
                isNonModal
                triggerRef={anchor}
                isOpen={open}
                onOpenChange={setOpen}
                className="max-w-80 rounded-8 border border-line bg-paper p-3 text-table shadow-2"
            >
                <span id={id} role="tooltip">
                    <strong className="block">{entry.term}</strong>
                    {entry.meaning}
                    {entry.usage && <span className="mt-1 block text-quiet">{entry.usage}</span>}
                </span>
            </Popover>
        </>
    );
}
