import { useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";
import { words } from "./wave_words.ts";

/** Who is asked, as a rule; read out as a sentence and counted while it is typed. */
export function AudienceField({ on, threshold, ...field }: TextFieldProps & { on: string; threshold: number }) {
    const m = useWords(words);
    const pair = usePair();
    const rule = useSettled(field.value.trim());
    const count = api.useQuery(
        "get",
        "/survey-waves/audience",
        { params: { query: { rule, on: on || undefined } } },
        { placeholderData: (before: unknown) => before as never },
    );
    const refusal = count.error ? refusalOf(count.error) : null;
    const found = count.data;
    return (
        <div>
            <TextField {...field} lines={2} spellCheck={false} hint={m.audience_hint} />
            <div className="mt-2 max-w-xl">
                {refusal ? (
                    <Notice tone="bad" live>
                        {refusal.problems.map((one) => pair(one.problem, one.problem_en)).join(" ") || saidOf(refusal, pair)}
                    </Notice>
                ) : (
                    found && (
                        <Notice
                            tone={found.people < threshold ? "warn" : "good"}
                            title={found.people === 0 ? m.audience_nobody : m.audience_counted(found.people)}
                            live
                        >
                            <p>{pair(found.text, found.text_en)}</p>
                            {m.audience_leave(found.on_leave)}
                            {found.people > 0 && found.people < threshold && ` ${m.audience_few(found.people, threshold)}`}
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
