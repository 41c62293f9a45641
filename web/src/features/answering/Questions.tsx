import { usePair } from "../../i18n/words.ts";
import { type Answer, type Answers, isAsked, type Survey } from "./asked.ts";
import { QuestionField } from "./QuestionField.tsx";

interface Props {
    survey: Survey;
    answers: Answers;
    onAnswer: (answer: Answer) => void;
    /** By question. */
    problems?: Readonly<Record<string, string>>;
    /** Where there is no room for a table. */
    narrow: boolean;
}

/** All that is asked, on one screen: sections, and in each its questions as far as their conditions let them through. */
export function Questions({ survey, answers, onAnswer, problems = {}, narrow }: Props) {
    const pair = usePair();
    const numbered = survey.questions.map((question, index) => ({ question, at: index + 1 }));
    const known = new Set(survey.sections.map(({ code }) => code));
    const parts = [{ code: "", title: "", title_en: "", text: "", text_en: "" }, ...survey.sections].map((section) => ({
        section,
        asked: numbered.filter(
            ({ question }) =>
                (section.code === "" ? !known.has(question.section) : question.section === section.code) &&
                isAsked(survey, question, answers),
        ),
    }));
    return (
        <>
            {parts
                .filter(({ asked }) => asked.length > 0)
                .map(({ section, asked }) => (
                    <section key={section.code} aria-label={pair(section.title, section.title_en) || undefined} className="mb-8">
                        {section.title && <h2 className="mb-1 text-std-20B-150">{pair(section.title, section.title_en)}</h2>}
                        {section.text && (
                            <p className="mb-3 whitespace-pre-line text-quiet">{pair(section.text, section.text_en)}</p>
                        )}
                        <div className="grid gap-4">
                            {asked.map(({ question, at }) => (
                                <QuestionField
                                    key={question.code}
                                    question={question}
                                    at={at}
                                    answer={answers[question.code]}
                                    problem={problems[question.code]}
                                    onAnswer={onAnswer}
                                    narrow={narrow}
                                />
                            ))}
                        </div>
                    </section>
                ))}
        </>
    );
}
