import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { words as ui_words } from "../../ui/words.ts";
import type { Subject } from "./desk.ts";
import { SubjectFacts } from "./SubjectFacts.tsx";
import { words } from "./words.ts";

interface Props {
    id: string;
    name: string;
    value: string;
    onChange: (subject: string) => void;
    error: string | undefined;
    subjects: readonly Subject[];
}

/** What it is about: each choice says who answers, how soon and how busy they are; the chosen one also what it is for. */
export function SubjectField({ id, name, value, onChange, error, subjects }: Props) {
    const m = useWords(words);
    const ui = useWords(ui_words);
    const pair = usePair();
    return (
        <fieldset aria-describedby={error ? `${id}-error` : undefined} className="max-w-3xl">
            <legend className="mb-1 font-bold">
                {m.subject}
                <span className="ml-2 text-bad text-sm">{ui.required}</span>
            </legend>
            <ul className="rounded-8 border border-line-strong">
                {subjects.map((subject, index) => (
                    <li key={subject.id} className="border-line not-last:border-b has-checked:bg-primary-wash">
                        <label className="flex cursor-pointer items-center gap-3 px-3 pt-2.5">
                            <input
                                type="radio"
                                id={index === 0 ? id : undefined}
                                name={`${id}-${name}`}
                                value={subject.id}
                                checked={value === String(subject.id)}
                                aria-describedby={`${id}-about-${subject.id}`}
                                aria-invalid={error ? true : undefined}
                                onChange={() => onChange(String(subject.id))}
                                className="size-5 shrink-0 cursor-pointer accent-primary"
                            />
                            <span className="font-bold">{pair(subject.name, subject.name_en)}</span>
                        </label>
                        <div id={`${id}-about-${subject.id}`} className="pr-3 pb-2.5 pl-11">
                            <Rich pieces={subject.about_pieces} headings={4} />
                            <SubjectFacts subject={subject} />
                        </div>
                    </li>
                ))}
            </ul>
            {error && (
                <div id={`${id}-error`} className="mt-2 flex gap-1 font-bold text-bad text-sm">
                    <Icon name="bad" size={18} className="mt-0.5" />
                    {error}
                </div>
            )}
        </fieldset>
    );
}
