import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { TextField, type TextFieldProps } from "../../ui/TextField.tsx";
import { words } from "./words.ts";

/** A rule as text, read out as a sentence while it is typed; what is wrong is named with its place. */
export function RuleField(props: TextFieldProps) {
    const m = useWords(words);
    const pair = usePair();
    const rule = useSettled(props.value.trim());
    const reading = useQuery({
        queryKey: ["rule", rule],
        enabled: rule !== "",
        placeholderData: (before) => before,
        queryFn: async () => (await server.POST("/rules/check", { body: { rule } })).data ?? null,
    });
    const found = rule === "" ? null : reading.data;
    return (
        <div>
            <TextField {...props} lines={2} spellCheck={false} hint={props.hint ?? m.rule_hint} />
            {found && (
                <div className="mt-2 max-w-xl">
                    <Notice tone={found.ok ? "good" : "bad"} title={found.ok ? m.rule_means : undefined} live>
                        {found.ok
                            ? pair(found.sentence, found.sentence_en)
                            : found.problems.map((one) => <p key={one.problem}>{pair(one.problem, one.problem_en)}</p>)}
                    </Notice>
                </div>
            )}
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
