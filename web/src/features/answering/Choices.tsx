import { useId } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { type Answer, choose, isFull, letGo, longest, type Question } from "./asked.ts";
import { TypedWords } from "./TypedWords.tsx";
import { words } from "./words.ts";

interface Props {
    question: Question;
    answer: Answer;
    onAnswer: (answer: Answer) => void;
}

const a_list_is_long = 15;

/** One option or several, each as large as a thumb. */
export function Choices({ question, answer, onAnswer }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const name = useId();
    const many = question.type === "multiple";
    const full = isFull(question, answer);
    const in_words = question.options.find(({ code, with_text }) => with_text && answer.options.includes(code));
    if (!many && question.options.length > a_list_is_long) return <LongList {...{ question, answer, onAnswer }} />;
    return (
        <>
            <div data-choices className="grid max-w-2xl gap-2">
                {question.options.map((option, index) => {
                    const chosen = answer.options.includes(option.code);
                    const shut = full && !chosen && !option.alone;
                    return (
                        <div key={option.code}>
                            <label
                                className={classes(
                                    "flex min-h-12 items-center gap-3 rounded-8 border px-4 py-2",
                                    chosen ? "border-primary bg-primary-wash" : "border-line-strong",
                                    shut ? "cursor-not-allowed bg-solid-gray-50 text-quiet" : "cursor-pointer",
                                )}
                            >
                                <input
                                    type={many ? "checkbox" : "radio"}
                                    name={name}
                                    checked={chosen}
                                    disabled={shut}
                                    onChange={() => onAnswer(choose(question, answer, option.code))}
                                    className="size-5 shrink-0 cursor-pointer accent-primary"
                                />
                                <span className="min-w-0 flex-1">{pair(option.text, option.text_en)}</span>
                                {index < 9 && <Digit n={index + 1} />}
                            </label>
                            {in_words === option && (
                                <div className="mt-1 mb-2 pl-12">
                                    <TypedWords
                                        label={m.in_words(pair(option.text, option.text_en))}
                                        value={answer.text}
                                        most={longest.option}
                                        onChange={(text) => onAnswer({ ...answer, text })}
                                    />
                                </div>
                            )}
                        </div>
                    );
                })}
            </div>
            {full && question.most_choices > 1 && <p className="mt-2 text-quiet text-sm">{m.full(question.most_choices)}</p>}
            {!many && !question.required && answer.options.length > 0 && (
                <Button look="quiet" size="small" className="mt-1" onPress={() => onAnswer(letGo(question, answer))}>
                    {m.clear}
                </Button>
            )}
        </>
    );
}

/** The key that chooses it, seen while one is in the question with a keyboard at hand. */
function Digit({ n }: { n: number }) {
    return (
        <span
            aria-hidden="true"
            className="hidden rounded-4 border border-line px-1.5 font-sans text-quiet text-xs desk:[[data-choices]:focus-within_&]:inline"
        >
            {n}
        </span>
    );
}

/** Forty sections are found sooner in the browser's own list. */
function LongList({ question, answer, onAnswer }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const [chosen = ""] = answer.options;
    const option = question.options.find(({ code }) => code === chosen);
    return (
        <div className="max-w-2xl">
            <select
                aria-label={pair(question.text, question.text_en)}
                value={chosen}
                onChange={({ target }) =>
                    onAnswer(target.value ? choose(question, answer, target.value) : letGo(question, answer))
                }
                className="field"
            >
                <option value="">{m.choose}</option>
                {question.options.map(({ code, text, text_en }) => (
                    <option key={code} value={code}>
                        {pair(text, text_en)}
                    </option>
                ))}
            </select>
            {option?.with_text && (
                <div className="mt-2">
                    <TypedWords
                        label={m.in_words(pair(option.text, option.text_en))}
                        value={answer.text}
                        most={longest.option}
                        onChange={(text) => onAnswer({ ...answer, text })}
                    />
                </div>
            )}
        </div>
    );
}
