import { useId, useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { type Answer, type Question, readNumber } from "./asked.ts";
import { words } from "./words.ts";

interface Props {
    question: Question;
    answer: Answer;
    onAnswer: (answer: Answer) => void;
}

export function NumberField({ question, answer, onAnswer }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const id = useId();
    const [typed, setTyped] = useState(answer.number === null ? "" : String(answer.number));
    const [settled, setSettled] = useState(true);
    const { problem } = readNumber(typed, question);
    const { least, most } = question;
    const said = problem && (problem === "outside" ? m.number.outside(least, most) : m.number.unreadable);
    const wrong = settled && said;
    return (
        <div>
            <span className="flex items-center gap-2">
                <input
                    inputMode="decimal"
                    autoComplete="off"
                    aria-label={pair(question.text, question.text_en)}
                    aria-invalid={wrong ? true : undefined}
                    aria-describedby={wrong ? id : undefined}
                    value={typed}
                    onChange={({ target }) => {
                        setTyped(target.value);
                        setSettled(false);
                        onAnswer({ ...answer, number: readNumber(target.value, question).number });
                    }}
                    onBlur={() => setSettled(true)}
                    className="field tabular max-w-40 text-right"
                />
                {question.unit && <span>{question.unit}</span>}
            </span>
            {wrong && (
                <p id={id} className="mt-1 font-bold text-bad text-sm">
                    {wrong}
                </p>
            )}
        </div>
    );
}
