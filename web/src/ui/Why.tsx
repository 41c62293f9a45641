import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { useWords } from "../i18n/words.ts";
import { Day } from "./Day.tsx";
import { DefinitionList } from "./DefinitionList.tsx";
import { words } from "./words.ts";

export interface WhyProps {
    /** What it is about, for readers: 「目標 レベル1」. */
    about: string;
    /** The rule in a sentence. */
    rule?: ReactNode;
    /** Document and place. */
    clause?: string;
    /** The day it was judged at. */
    on?: string | null;
    /** Further facts, a note, the confidence. */
    more?: readonly (readonly [string, ReactNode])[];
    /** The records behind it, or the way to them. */
    children?: ReactNode;
}

/** 「なぜ？」: every figure, category and refusal opens to where it comes from. */
export function Why({ about, rule, clause, on, more = [], children }: WhyProps) {
    const m = useWords(words);
    return (
        <DialogTrigger>
            <Button
                aria-label={`${about}: ${m.why}`}
                className="no-print cursor-pointer whitespace-nowrap rounded-4 px-1 text-primary text-sm underline decoration-dotted underline-offset-4 hover:decoration-solid"
            >
                {m.why}
            </Button>
            <Popover className="w-96 max-w-[calc(100vw-2rem)] rounded-12 border border-line bg-paper shadow-2">
                <Dialog className="max-h-[70dvh] overflow-y-auto p-5 text-table outline-none">
                    <Heading slot="title" level={2} className="mb-1 font-bold">
                        {about}
                    </Heading>
                    <DefinitionList
                        dense
                        items={[
                            [m.rule, rule],
                            [m.clause, clause],
                            [m.judged_on, on && <Day key="on" iso={on} />],
                            ...more,
                            [m.behind, children],
                        ]}
                    />
                </Dialog>
            </Popover>
        </DialogTrigger>
    );
}
