import { use, useEffect, useId, useRef, useState } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { longDate, readDate, shortDate } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { IconButton } from "./IconButton.tsx";
import { words } from "./words.ts";

interface Props extends FieldProps {
    /** ISO text, or empty. */
    value: string;
    onChange: (iso: string) => void;
    min?: string;
    max?: string;
    disabled?: boolean;
    small?: boolean;
}

/** Takes a date the way people write it (`R7.4.1`, `令和7年4月1日`, `2025/4/1`) and hands on ISO text. */
export function DateField({ value, onChange, min, max, disabled, small, id, name, error, hint, ...field }: Props) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const own = useId();
    const calendar = useRef<HTMLInputElement>(null);
    const [typed, setTyped] = useState(() => (value ? longDate(value, language) : ""));
    const [problem, setProblem] = useState<string>();
    const said = useRef(value);

    // A value set from outside replaces what was typed.
    useEffect(() => {
        if (value === said.current) return;
        said.current = value;
        setTyped(value ? longDate(value, language) : "");
        setProblem(undefined);
    }, [value, language]);

    const tell = (iso: string) => {
        said.current = iso;
        onChange(iso);
    };
    const read = (text: string) => {
        setTyped(text);
        const reading = text.trim() ? readDate(text) : { iso: "" };
        tell(reading.iso ?? "");
        if (reading.iso !== undefined) setProblem(undefined);
    };
    const settle = () => {
        if (!typed.trim()) return setProblem(undefined);
        const reading = readDate(typed);
        if (reading.problem) return setProblem(m.date[reading.problem]);
        setTyped(longDate(reading.iso, language));
    };

    return (
        <Field id={id ?? own} error={problem ?? error} hint={hint ?? m.date_hint} {...field}>
            {(described) => (
                <span className="relative flex max-w-72 items-center gap-2">
                    <input
                        {...described}
                        id={id ?? own}
                        name={name}
                        value={typed}
                        disabled={disabled}
                        autoComplete="off"
                        onChange={(event) => read(event.target.value)}
                        onBlur={settle}
                        title={value ? `${shortDate(value, language)} ${value}` : undefined}
                        className={classes("field tabular", small && "field-small text-table")}
                    />
                    <IconButton
                        icon="calendar"
                        label={m.open_calendar}
                        isDisabled={!!disabled}
                        onPress={() => calendar.current?.showPicker()}
                    />
                    <input
                        ref={calendar}
                        type="date"
                        tabIndex={-1}
                        aria-hidden="true"
                        value={value}
                        min={min}
                        max={max}
                        onChange={(event) => {
                            tell(event.target.value);
                            setTyped(event.target.value ? longDate(event.target.value, language) : "");
                            setProblem(undefined);
                        }}
                        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
                    />
                </span>
            )}
        </Field>
    );
}
