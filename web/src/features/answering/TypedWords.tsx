import { useId } from "react";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

interface Props {
    label: string;
    value: string;
    most: number;
    lines?: number;
    onChange: (value: string) => void;
}

/** A text with its counter; the label is read out only, the question stands above. */
export function TypedWords({ label, value, most, lines = 1, onChange }: Props) {
    const m = useWords(words);
    const id = useId();
    const field = {
        "aria-label": label,
        "aria-describedby": id,
        value,
        maxLength: most,
        onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    };
    return (
        <div className="max-w-2xl">
            {lines > 1 ? (
                <textarea {...field} rows={lines} className="field" />
            ) : (
                <input {...field} autoComplete="off" className="field" />
            )}
            <p id={id} className="tabular text-right text-quiet text-sm">
                {m.typed(value.length, most)}
            </p>
        </div>
    );
}
