import { type HTMLInputAutoCompleteAttribute, useId } from "react";
import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./Field.tsx";

export interface TextFieldProps extends FieldProps {
    value: string;
    onChange: (value: string) => void;
    type?: "text" | "password" | "email" | "search" | "number";
    autoComplete?: HTMLInputAutoCompleteAttribute;
    inputMode?: "text" | "numeric" | "email" | "search";
    placeholder?: string;
    maxLength?: number;
    /** More than one line. */
    lines?: number;
    disabled?: boolean;
    small?: boolean;
    spellCheck?: boolean;
}

export function TextField({ value, onChange, lines, small, id, type = "text", name, ...rest }: TextFieldProps) {
    const own = useId();
    const { label, hint, error, required, plain, className, ...input } = rest;
    return (
        <Field id={id ?? own} {...{ label, hint, error, required, plain, className }}>
            {(described) =>
                lines ? (
                    <textarea
                        {...input}
                        {...described}
                        id={id ?? own}
                        name={name}
                        rows={lines}
                        value={value}
                        onChange={(event) => onChange(event.target.value)}
                        className={classes("field", small && "field-small")}
                    />
                ) : (
                    <input
                        {...input}
                        {...described}
                        id={id ?? own}
                        name={name}
                        type={type}
                        value={value}
                        onChange={(event) => onChange(event.target.value)}
                        className={classes("field", small && "field-small")}
                    />
                )
            }
        </Field>
    );
}
