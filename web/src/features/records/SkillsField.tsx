import { useState } from "react";
import { api } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Picker } from "../../ui/Picker.tsx";
import { words } from "./work_words.ts";

interface Props {
    id: string;
    name: string;
    value: string[];
    onChange: (skills: string[]) => void;
    error: string | undefined;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Skills of the plan, one after the other. */
export function SkillsField({ value, onChange, ...field }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const [typed, setTyped] = useState("");
    const skills = api.useQuery("get", "/skills/map", { params: { query: {} } }).data?.skills ?? [];
    const named = skills.map((one, id) => ({ id, code: one.code, label: pair(one.name, one.name_en) }));
    const found = named.filter(({ code, label }) => !value.includes(code) && plain(label).includes(plain(typed.trim())));
    return (
        <div>
            <Picker
                key={value.length}
                label={m.skills}
                hint={m.skills_hint}
                {...field}
                query={typed}
                onQuery={setTyped}
                candidates={found.map(({ id, label }) => ({ id, label }))}
                value={null}
                onChange={(id) => {
                    const skill = named.find((one) => one.id === id);
                    if (!skill) return;
                    setTyped("");
                    onChange([...value, skill.code]);
                }}
            />
            <ul className="mt-2 flex flex-wrap gap-2">
                {value.map((code) => {
                    const label = named.find((one) => one.code === code)?.label ?? code;
                    return (
                        <li key={code}>
                            <button
                                type="button"
                                className="flex cursor-pointer items-center gap-1 rounded-8 border border-line-strong px-2 py-1"
                                aria-label={m.remove(label)}
                                onClick={() => onChange(value.filter((one) => one !== code))}
                            >
                                {label}
                                <Icon name="close" size={16} />
                            </button>
                        </li>
                    );
                })}
            </ul>
        </div>
    );
}
