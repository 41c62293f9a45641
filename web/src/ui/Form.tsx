import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Failure } from "./Failure.tsx";
import type { FormState } from "./useForm.ts";
import { words } from "./words.ts";

interface Props<T extends Record<string, unknown>> {
    form: FormState<T>;
    children: ReactNode;
    /** A verb: 「申し込む」. */
    submit: string;
    onCancel?: () => void;
    danger?: boolean;
    /** Beside the buttons: whether the draft is kept. */
    aside?: ReactNode;
}

/** One column; what is wrong is listed on top with links, and the first wrong field has the focus. */
export function Form<T extends Record<string, unknown>>({ form, children, submit, onCancel, danger, aside }: Props<T>) {
    const m = useWords(words);
    const box = useRef<HTMLFormElement>(null);
    useEffect(() => {
        if (form.attempts === 0) return;
        const wrong = box.current?.querySelector<HTMLElement>("[aria-invalid=true]");
        if (wrong) wrong.focus();
        else box.current?.scrollIntoView({ block: "start" });
    }, [form.attempts]);
    return (
        <form
            ref={box}
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                void form.submit();
            }}
            className="grid gap-6"
        >
            {form.restored && (
                <p className="flex flex-wrap items-center gap-x-4 text-sm text-quiet">
                    {m.draft_restored}
                    <Button look="quiet" size="small" onPress={form.discard}>
                        {m.draft_discard}
                    </Button>
                </p>
            )}
            <ErrorSummary formId={form.id} errors={form.errors} />
            {form.refusal && <Failure error={form.refusal} small />}
            {children}
            <div className="flex flex-wrap items-center gap-3">
                <Button type="submit" look={danger ? "danger" : "primary"} pending={form.pending}>
                    {submit}
                </Button>
                {onCancel && <Button onPress={onCancel}>{m.cancel}</Button>}
                {aside}
            </div>
        </form>
    );
}
