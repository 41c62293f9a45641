import { type ReactNode, useEffect, useId, useRef } from "react";

interface Props {
    checked: boolean;
    onChange: (checked: boolean) => void;
    children?: ReactNode;
    /** Instead of a visible text, in a table row. */
    label?: string;
    /** Some, not all. */
    mixed?: boolean;
    hint?: string;
    disabled?: boolean;
    id?: string;
    name?: string;
}

export function Checkbox({ checked, onChange, children, label, mixed = false, hint, disabled, id, name }: Props) {
    const own = useId();
    const box = useRef<HTMLInputElement>(null);
    useEffect(() => {
        if (box.current) box.current.indeterminate = mixed;
    }, [mixed]);
    const input = (
        <input
            ref={box}
            id={id ?? own}
            name={name}
            type="checkbox"
            checked={checked}
            disabled={disabled}
            aria-label={label}
            aria-describedby={hint ? `${own}-hint` : undefined}
            onChange={(event) => onChange(event.target.checked)}
            className="size-5 shrink-0 align-middle cursor-pointer accent-primary"
        />
    );
    if (!children) return input;
    return (
        <div>
            <label htmlFor={id ?? own} className="flex cursor-pointer items-start gap-3 py-1.5">
                <span className="flex h-[1.7em] items-center">{input}</span>
                <span>{children}</span>
            </label>
            {hint && (
                <div id={`${own}-hint`} className="ml-8 text-sm text-quiet">
                    {hint}
                </div>
            )}
        </div>
    );
}
