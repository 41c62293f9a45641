import type { ReactNode } from "react";
import { useWords } from "../i18n/words.ts";
import { Day } from "./Day.tsx";
import { DefinitionList } from "./DefinitionList.tsx";
import { Popup } from "./Popup.tsx";
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
        <Popup
            face={m.why}
            look="no-print cursor-pointer whitespace-nowrap rounded-4 px-1 text-primary text-sm underline decoration-dotted underline-offset-4 hover:decoration-solid"
            says={`${about}: ${m.why}`}
            title={about}
            placement="bottom"
            className="w-96 max-w-[calc(100vw-2rem)] text-table"
        >
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
        </Popup>
    );
}
