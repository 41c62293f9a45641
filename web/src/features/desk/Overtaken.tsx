import type { ReactNode } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { FormState } from "../../ui/useForm.ts";
import { words } from "./meanwhile_words.ts";
import type { Overtaking } from "./useRevision.ts";

interface Props {
    overtaking: Overtaking;
    /** Gives up what was typed. */
    onGiveUp: () => void;
    /** What stands now. */
    children: ReactNode;
}

/** Shown in a form whose text somebody else has changed in between: sending again replaces theirs, or one takes theirs. */
export function Overtaken({ overtaking, onGiveUp, children }: Props) {
    const m = useWords(words);
    if (!overtaking.overtaken) return null;
    return (
        <Notice
            tone="warn"
            title={m.title}
            live
            action={
                <Button
                    size="small"
                    onPress={() => {
                        onGiveUp();
                        overtaking.settle();
                    }}
                >
                    {m.theirs}
                </Button>
            }
        >
            <p>{m.hint}</p>
            <div className="mt-2 max-h-60 overflow-y-auto rounded-4 border border-line px-3 py-2">{children}</div>
        </Notice>
    );
}

/** The form without the refusal that the notice above says in fuller words. */
export const withoutMeanwhile = <T extends Record<string, unknown>>(form: FormState<T>): FormState<T> =>
    form.refusal?.code === "changed_meanwhile" ? { ...form, refusal: null } : form;
