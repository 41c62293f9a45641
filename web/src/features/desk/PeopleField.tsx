import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type Picked, StaffPicker } from "../staff/StaffPicker.tsx";
import { words } from "./subject_words.ts";

interface Props {
    label: string;
    hint: string;
    required?: boolean;
    id: string;
    name: string;
    value: Picked[];
    onChange: (people: Picked[]) => void;
    error: string | undefined;
}

/** Several people, one after the other, in the order in which they are asked. */
export function PeopleField({ value, onChange, ...field }: Props) {
    const m = useWords(words);
    return (
        <div>
            <StaffPicker
                key={value.length}
                {...field}
                value={null}
                onChange={(picked) => {
                    if (picked && !value.some(({ id }) => id === picked.id)) onChange([...value, picked]);
                }}
            />
            <ol className="mt-2 flex flex-wrap gap-2">
                {value.map((one) => (
                    <li key={one.id}>
                        <button
                            type="button"
                            className="flex cursor-pointer items-center gap-1 rounded-8 border border-line-strong px-2 py-1"
                            aria-label={m.remove(one.name)}
                            onClick={() => onChange(value.filter(({ id }) => id !== one.id))}
                        >
                            {one.name}
                            <Icon name="close" size={16} />
                        </button>
                    </li>
                ))}
            </ol>
        </div>
    );
}
