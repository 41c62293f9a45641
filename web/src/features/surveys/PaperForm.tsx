import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate, shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import type { Question, Survey } from "../answering/asked.ts";
import { words as answering_words } from "../answering/words.ts";
import { words } from "./paper_words.ts";

interface Props {
    form: Schema<"AnswerForm">;
    person: Schema<"PaperForm">;
}

/** One person's form: the slip with the name on top, the code on each page, every question with boxes to tick. */
export function PaperForm({ form, person }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { survey } = form;
    return (
        <article
            aria-label={person.code}
            className="mx-auto mb-8 max-w-3xl border border-line-strong bg-paper px-8 py-6 print:mb-0 print:max-w-none print:break-after-page print:border-0 print:p-0 print:text-[9.5pt] print:leading-snug print:last:break-after-auto"
        >
            <div className="mb-3 border-line-strong border-b-2 border-dashed pb-3">
                <p>
                    <span className="mr-3 text-quiet">{m.slip}</span>
                    {person.unit_name} <strong>{person.name}</strong>
                </p>
                <p className="text-quiet text-sm print:text-[8pt]">{m.slip_hint}</p>
            </div>
            <table className="w-full">
                <thead>
                    <tr>
                        <th scope="col" className="pb-2 text-left font-normal">
                            <span className="flex items-baseline justify-between gap-4">
                                <span className="font-bold text-[1.125rem]">{pair(survey.title, survey.title_en)}</span>
                                <span className="whitespace-nowrap">
                                    {m.code} <strong className="tabular text-[1.375rem] tracking-widest">{person.code}</strong>
                                </span>
                            </span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <td>
                            <p className="whitespace-pre-line">{pair(survey.intro, survey.intro_en)}</p>
                            {form.note && <p className="whitespace-pre-line">{form.note}</p>}
                            <p className="mt-1">{m.until(shortDate(form.closes_on, language))}</p>
                            <p className="mt-1 text-quiet text-sm print:text-[8pt]">
                                {form.issuer} {m.reader[form.readers]}{" "}
                                {m.promise(form.threshold, longDate(form.keys_until, language))}
                            </p>
                        </td>
                    </tr>
                    {survey.questions.map((question, index) => (
                        <tr key={question.code}>
                            <td className="pt-3">
                                <Begins survey={survey} at={index} />
                                <Asked survey={survey} question={question} at={index + 1} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </article>
    );
}

/** The heading of a section, above its first question. */
function Begins({ survey, at }: { survey: Survey; at: number }) {
    const pair = usePair();
    const code = survey.questions[at]?.section;
    const section = survey.sections.find((one) => one.code === code);
    if (!section?.title || survey.questions[at - 1]?.section === code) return null;
    return <p className="mb-1 border-line border-b font-bold">{pair(section.title, section.title_en)}</p>;
}

function Asked({ survey, question, at }: { survey: Survey; question: Question; at: number }) {
    const m = useWords(words);
    const a = useWords(answering_words);
    const pair = usePair();
    const many = question.type === "multiple" && (question.most_choices > 0 ? m.up_to(question.most_choices) : m.any_number);
    return (
        <>
            <p>
                <span className="mr-2 text-quiet">{m.question(at)}</span>
                <strong>{pair(question.text, question.text_en) || a.text_lost}</strong>
                {question.required && <span className="ml-2 text-sm">({m.required})</span>}
                {many && <span className="ml-2 text-sm">({many})</span>}
            </p>
            <Condition survey={survey} question={question} />
            {question.hint && <p className="text-quiet text-sm">{pair(question.hint, question.hint_en)}</p>}
            <Room question={question} />
        </>
    );
}

function Condition({ survey, question }: { survey: Survey; question: Question }) {
    const m = useWords(words);
    const pair = usePair();
    const at = survey.questions.findIndex(({ code }) => code === question.if_question);
    const earlier = survey.questions[at];
    if (!earlier) return null;
    const options = earlier.options.filter(({ code }) => question.if_any.includes(code));
    const named = options.map(({ text, text_en }) => m.quote(pair(text, text_en))).join(m.or);
    return <p className="text-sm">{m.only_if(m.question(at + 1), named)}</p>;
}

const box = <span aria-hidden="true" className="mt-[0.2em] mr-1.5 inline-block size-[0.9em] shrink-0 border border-black" />;
const line = <span aria-hidden="true" className="mb-1 ml-1 inline-block w-40 self-end border-black border-b" />;

/** Where the answer goes. */
function Room({ question }: { question: Question }) {
    const pair = usePair();
    switch (question.type) {
        case "matrix":
            return <MatrixRoom question={question} />;
        case "number":
            return (
                <p className="mt-1">
                    {line} {question.unit}
                </p>
            );
        case "short_text":
            return <div className="mt-1 h-7 border-black border-b" />;
        case "long_text":
            return <div className="mt-1 h-24 border border-black" />;
        default:
            return (
                <ul className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5">
                    {question.options.map((option) => (
                        <li key={option.code} className="flex items-start">
                            {box}
                            {pair(option.text, option.text_en)}
                            {option.with_text && line}
                        </li>
                    ))}
                </ul>
            );
    }
}

function MatrixRoom({ question }: { question: Question }) {
    const pair = usePair();
    return (
        <table className="mt-1 w-full text-sm print:text-[8pt]">
            <thead>
                <tr>
                    <td />
                    {question.options.map(({ code, text, text_en }) => (
                        <th key={code} scope="col" className="border border-black px-1 text-center align-bottom font-normal">
                            {pair(text, text_en)}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {question.items.map((item) => (
                    <tr key={item.code}>
                        <th scope="row" className="border border-black px-1 text-left font-normal">
                            {pair(item.text, item.text_en)}
                        </th>
                        {question.options.map(({ code }) => (
                            <td key={code} className="border border-black text-center">
                                {box}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
