import { usePair, useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Select } from "../../ui/Select.tsx";
import type { Question, Survey } from "../answering/asked.ts";
import { conditionsFor } from "./editing.ts";
import { words } from "./editor_words.ts";

interface Props {
    survey: Survey;
    question: Question;
    onChange: (part: Partial<Question>) => void;
}

/** When the question is asked: always, or only after certain answers to an earlier one. */
export function ConditionField({ survey, question, onChange }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const earlier = conditionsFor(survey, question.code);
    const chosen = earlier.find(({ code }) => code === question.if_question);
    if (earlier.length === 0) return null;
    return (
        <div>
            <Select
                plain
                label={m.condition}
                hint={m.condition_hint}
                value={question.if_question}
                empty={m.always}
                options={earlier.map(({ code, text, text_en }) => ({
                    value: code,
                    label: m.if_question(
                        survey.questions.findIndex((one) => one.code === code) + 1,
                        pair(text, text_en) || m.untitled_question,
                    ),
                }))}
                onChange={(if_question) => onChange({ if_question, if_any: [] })}
            />
            {chosen && (
                <fieldset className="mt-2">
                    <legend className="text-quiet text-sm">{m.if_any}</legend>
                    {chosen.options.map(({ code, text, text_en }) => (
                        <Checkbox
                            key={code}
                            checked={question.if_any.includes(code)}
                            onChange={(on) =>
                                onChange({
                                    if_any: on ? [...question.if_any, code] : question.if_any.filter((one) => one !== code),
                                })
                            }
                        >
                            {pair(text, text_en)}
                        </Checkbox>
                    ))}
                </fieldset>
            )}
        </div>
    );
}
