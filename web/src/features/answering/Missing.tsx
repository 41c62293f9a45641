import { useEffect, useRef } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import type { Question, Survey } from "./asked.ts";
import { placeOf } from "./QuestionField.tsx";
import { words } from "./words.ts";

interface Props {
    survey: Survey;
    missing: readonly Question[];
    /** Counts the attempts to send: with each the list takes the focus. */
    tried: number;
}

/** What must still be answered, each with the way to it. */
export function Missing({ survey, missing, tried }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (tried > 0) box.current?.querySelector<HTMLElement>("a")?.focus();
    }, [tried]);
    if (missing.length === 0) return null;
    const go = (code: string) => {
        const place = document.getElementById(placeOf(code));
        place?.scrollIntoView({ block: "center" });
        (place?.querySelector<HTMLElement>("input, select, textarea") ?? place)?.focus({ preventScroll: true });
    };
    return (
        <div ref={box}>
            <Notice tone={tried > 0 ? "bad" : "info"} title={m.missing(missing.length)} live={tried > 0}>
                <ul>
                    {missing.map((question) => (
                        <li key={question.code}>
                            <a
                                href={`#${placeOf(question.code)}`}
                                className="link inline-block py-1"
                                onClick={(event) => {
                                    event.preventDefault();
                                    go(question.code);
                                }}
                            >
                                {m.number_of(survey.questions.indexOf(question) + 1)}{" "}
                                {pair(question.text, question.text_en) || m.text_lost}
                            </a>
                        </li>
                    ))}
                </ul>
            </Notice>
        </div>
    );
}
