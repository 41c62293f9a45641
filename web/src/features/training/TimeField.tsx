import { useId } from "react";
import { Field } from "../../ui/Field.tsx";

/** A time of day, by the browser's own field. */
export function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
    const id = useId();
    return (
        <Field id={id} label={label} required className="w-36">
            {(described) => (
                <input
                    {...described}
                    id={id}
                    type="time"
                    value={value}
                    onChange={(event) => onChange(event.target.value)}
                    className="field tabular"
                />
            )}
        </Field>
    );
}
