import { useEffect, useState } from "react";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";

export interface Counted {
    people: number;
    on_leave: number;
    /** The rule as a sentence. */
    text: string;
    text_en: string;
}

interface Says {
    nobody: string;
    counted: (people: number) => string;
    leave: (on_leave: number) => string;
}

interface Props extends TextFieldProps {
    /** Counts whom a rule means: a hook that is always the same. */
    useCount: (rule: string, on?: string) => { data: Counted | undefined; error: unknown };
    /** The day it is counted on; today when left out. */
    on?: string;
    says: Says;
    /** Below this many it is too few, and `few` says so. */
    least?: number;
    few?: (people: number) => string;
}

/** Who is meant, as a rule; read out as a sentence and counted while it is typed. */
export function AudienceRule({ useCount, on, says, least = 1, few, ...field }: Props) {
    const pair = usePair();
    const { data: found, error } = useCount(useSettled(field.value.trim()), on);
    const refusal = error ? refusalOf(error) : null;
    return (
        <div>
            <TextField {...field} lines={2} spellCheck={false} />
            <div className="mt-2 max-w-xl">
                {refusal ? (
                    <Notice tone="bad" live>
                        {refusal.problems.map((one) => pair(one.problem, one.problem_en)).join(" ") || saidOf(refusal, pair)}
                    </Notice>
                ) : (
                    found && (
                        <Notice
                            tone={found.people < least ? "warn" : "good"}
                            title={found.people === 0 ? says.nobody : says.counted(found.people)}
                            live
                        >
                            <p>{pair(found.text, found.text_en)}</p>
                            {says.leave(found.on_leave)}
                            {found.people > 0 && found.people < least && few && ` ${few(found.people)}`}
                        </Notice>
                    )
                )}
            </div>
        </div>
    );
}

function useSettled(value: string): string {
    const [settled, setSettled] = useState(value);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(value), 300);
        return () => clearTimeout(timer);
    }, [value]);
    return settled;
}
