import type { ReactNode } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

export interface FieldProps {
    label: string;
    hint?: ReactNode;
    error?: string | undefined;
    /** Says 「必須」 beside the label; without it the field is 「任意」 unless `plain`. */
    required?: boolean;
    /** No mark beside the label: filters and single-field forms. */
    plain?: boolean;
    /** Set by a form so that its summary can point here. */
    id?: string;
    name?: string;
    className?: string;
}

interface Props extends FieldProps {
    id: string;
    children: (described: { "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true }) => ReactNode;
}

/** Label above, hint under the label, error under the field. */
export function Field({ id, label, hint, error, required, plain, className, children }: Props) {
    const m = useWords(words);
    const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
    return (
        <div className={className ?? "max-w-xl"}>
            <label htmlFor={id} className="mb-1 block font-bold">
                {label}
                {!plain && (
                    <span className={required ? "ml-2 text-sm text-bad" : "ml-2 text-sm font-normal text-quiet"}>
                        {required ? m.required : m.optional}
                    </span>
                )}
            </label>
            {hint && (
                <div id={`${id}-hint`} className="mb-2 text-sm text-quiet">
                    {hint}
                </div>
            )}
            {children({
                ...(described && { "aria-describedby": described }),
                ...(error && { "aria-invalid": true as const }),
                ...(required && { "aria-required": true as const }),
            })}
            {error && (
                <div id={`${id}-error`} className="mt-2 flex gap-1 text-sm font-bold text-bad">
                    <Icon name="bad" size={18} className="mt-0.5" />
                    {error}
                </div>
            )}
        </div>
    );
}
