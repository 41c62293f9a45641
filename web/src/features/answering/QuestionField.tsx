import { useId } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type Answer, blank, longest, type Question } from "./asked.ts";
import { Choices } from "./Choices.tsx";
import { MatrixField } from "./MatrixField.tsx";
import { NumberField } from "./NumberField.tsx";
import { TypedWords } from "./TypedWords.tsx";
import { words } from "./words.ts";

interface Props {
    question: Question;
    /** Its place in the survey, from 1. */
    at: number;
    answer: Answer | undefined;
    problem: string | undefined;
    onAnswer: (answer: Answer) => void;
    narrow: boolean;
}

export const placeOf = (code: string) => `question-${code}`;

export function QuestionField({ question, at, answer, problem, onAnswer, narrow }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const id = useId();
    const hint = [pair(question.hint, question.hint_en), many(question, m)].filter(Boolean).join(" ");
    const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
    return (
        <div
            className={classes(
                "scroll-mt-20 rounded-12 border px-4 py-4 desk:px-6",
                problem ? "border-2 border-bad" : "border-line",
            )}
        >
            <fieldset
                id={placeOf(question.code)}
                tabIndex={-1}
                aria-describedby={described || undefined}
                className="outline-none"
            >
                <legend className="mb-2 font-bold">
                    <span className="mr-2 text-quiet">{m.number_of(at)}</span>
                    {pair(question.text, question.text_en) || m.text_lost}
                    {question.required && (
                        <span className="ml-2 whitespace-nowrap font-normal text-bad text-sm">{m.required}</span>
                    )}
                </legend>
                {hint && (
                    <p id={`${id}-hint`} className="mb-2 text-quiet text-sm">
                        {hint}
                    </p>
                )}
                {problem && (
                    <p id={`${id}-problem`} className="mb-2 flex gap-1 font-bold text-bad text-sm">
                        <Icon name="bad" size={18} className="mt-0.5" />
                        {problem}
                    </p>
                )}
                <Control question={question} answer={answer ?? blank(question.code)} onAnswer={onAnswer} narrow={narrow} />
            </fieldset>
        </div>
    );
}

function Control({
    narrow,
    ...props
}: {
    question: Question;
    answer: Answer;
    onAnswer: (answer: Answer) => void;
    narrow: boolean;
}) {
    const pair = usePair();
    const { question, answer, onAnswer } = props;
    switch (question.type) {
        case "matrix":
            return <MatrixField {...props} narrow={narrow} />;
        case "number":
            return <NumberField {...props} />;
        case "short_text":
        case "long_text":
            return (
                <TypedWords
                    label={pair(question.text, question.text_en)}
                    value={answer.text}
                    most={longest[question.type]}
                    lines={question.type === "long_text" ? 5 : 1}
                    onChange={(text) => onAnswer({ ...answer, text })}
                />
            );
        default:
            return <Choices {...props} />;
    }
}

/** Its own words may say already that there is no limit. */
function many({ type, most_choices, hint }: Question, m: ReturnType<typeof words.ja>): string {
    if (type !== "multiple") return "";
    if (most_choices > 0) return m.up_to(most_choices);
    return hint ? "" : m.any_number;
}
