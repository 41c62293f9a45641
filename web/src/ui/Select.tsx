import { useId } from "react";
import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export interface Option<V extends string = string> {
    value: V;
    label: string;
}

interface Props<V extends string> extends FieldProps {
    value: V;
    onChange: (value: V) => void;
    options: readonly Option<V>[];
    /** The text of the empty choice; without it there is none. */
    empty?: string;
    small?: boolean;
    disabled?: boolean;
}

/** The browser's own list: the phone shows its wheel, the keyboard works as everywhere. */
export function Select<V extends string>({ value, onChange, options, empty, small, disabled, id, name, ...field }: Props<V>) {
    const own = useId();
    return (
        <Field id={id ?? own} {...field}>
            {(described) => (
                <span className="relative block">
                    <select
                        {...described}
                        id={id ?? own}
                        name={name}
                        value={value}
                        disabled={disabled}
                        onChange={(event) => onChange(event.target.value as V)}
                        className={classes("field appearance-none pr-9", small && "field-small")}
                    >
                        {empty !== undefined && <option value="">{empty}</option>}
                        {options.map((option) => (
                            <option key={option.value} value={option.value}>
                                {option.label}
                            </option>
                        ))}
                    </select>
                    <Icon name="down" size={18} className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2" />
                </span>
            )}
        </Field>
    );
}
