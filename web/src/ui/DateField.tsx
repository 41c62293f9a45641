import { use, useEffect, useId, useRef, useState } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { longDate, readDate, shortDate } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { Calendar } from "./Calendar.tsx";
import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { iconButtonLook } from "./IconButton.tsx";
import { Popup } from "./Popup.tsx";
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
    const choose = (iso: string) => {
        tell(iso);
        setTyped(longDate(iso, language));
        setProblem(undefined);
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
                <span className="flex max-w-72 items-center gap-2">
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
                    <Popup
                        face={<Icon name="calendar" />}
                        look={iconButtonLook}
                        says={m.open_calendar}
                        label={m.open_calendar}
                        disabled={disabled}
                    >
                        {(close) => (
                            <Calendar
                                value={value}
                                onChoose={(iso) => {
                                    choose(iso);
                                    close();
                                }}
                                min={min}
                                max={max}
                            />
                        )}
                    </Popup>
                </span>
            )}
        </Field>
    );
}
