import { useEffect, useRef, useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { type Answers, progressOf, type Survey } from "../answering/asked.ts";
import { placeOf } from "../answering/QuestionField.tsx";
import { Questions } from "../answering/Questions.tsx";
import { useAnswerKeys } from "../answering/useAnswerKeys.ts";
import { words } from "./editor_words.ts";

const nothing = () => {};

interface Props {
    survey: Survey;
    narrow: boolean;
    /** The question that is being worked on: it is brought into view. */
    at?: string;
}

/** The very screen of those who answer, to be tried out; nothing of it is kept. */
export function Preview({ survey, narrow, at }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const box = useRef<HTMLDivElement>(null);
    const [answers, setAnswers] = useState<Answers>({});
    const [times, setTimes] = useState(0);
    useAnswerKeys(box, nothing);
    useEffect(() => {
        const place = at && document.getElementById(placeOf(at));
        const scroller = box.current?.closest("[data-scroller]");
        if (!place || !scroller || scroller.scrollHeight <= scroller.clientHeight) return;
        const top = place.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
        scroller.scrollTo({ top: top - 24 });
    }, [at]);
    const { answered } = progressOf(survey, answers);
    return (
        <div ref={box}>
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
                <p className="text-quiet text-sm">{survey.questions.length === 0 ? m.preview_empty : m.preview_hint}</p>
                {answered > 0 && (
                    <Button
                        size="small"
                        look="quiet"
                        onPress={() => {
                            setAnswers({});
                            setTimes((n) => n + 1);
                        }}
                    >
                        {m.preview_clear}
                    </Button>
                )}
            </div>
            <p className="font-bold text-std-20B-150">{pair(survey.title, survey.title_en)}</p>
            <p className="mb-4 whitespace-pre-line text-quiet">{pair(survey.intro, survey.intro_en)}</p>
            <Questions
                key={times}
                survey={survey}
                answers={answers}
                onAnswer={(answer) => setAnswers((before) => ({ ...before, [answer.question]: answer }))}
                narrow={narrow}
            />
        </div>
    );
}
