import { useId } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import type { Option } from "./Select.tsx";
import { words } from "./words.ts";

interface Props<V extends string> {
    label: string;
    value: V | "";
    onChange: (value: V) => void;
    options: readonly (Option<V> & { hint?: string })[];
    hint?: string;
    error?: string | undefined;
    required?: boolean;
    id?: string;
    /** Side by side where there is room. */
    inline?: boolean;
}

export function RadioGroup<V extends string>({ label, value, onChange, options, hint, error, required, id, inline }: Props<V>) {
    const m = useWords(words);
    const own = useId();
    const described = [hint ? `${own}-hint` : "", error ? `${own}-error` : ""].filter(Boolean).join(" ");
    return (
        <fieldset aria-describedby={described || undefined}>
            <legend className="mb-1 font-bold">
                {label}
                {required && <span className="ml-2 text-sm text-bad">{m.required}</span>}
            </legend>
            {hint && (
                <div id={`${own}-hint`} className="mb-1 text-sm text-quiet">
                    {hint}
                </div>
            )}
            <div className={inline ? "flex flex-wrap gap-x-6" : ""}>
                {options.map((option, index) => (
                    <label key={option.value} className="flex cursor-pointer items-start gap-3 py-1.5">
                        <span className="flex h-[1.7em] items-center">
                            <input
                                type="radio"
                                id={index === 0 ? id : undefined}
                                name={own}
                                value={option.value}
                                checked={option.value === value}
                                onChange={() => onChange(option.value)}
                                className="size-5 cursor-pointer accent-primary"
                            />
                        </span>
                        <span>
                            {option.label}
                            {option.hint && <span className="block text-sm text-quiet">{option.hint}</span>}
                        </span>
                    </label>
                ))}
            </div>
            {error && (
                <div id={`${own}-error`} className="mt-1 flex gap-1 text-sm font-bold text-bad">
                    <Icon name="bad" size={18} className="mt-0.5" />
                    {error}
                </div>
            )}
        </fieldset>
    );
}
