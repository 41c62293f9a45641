import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { type Answer, type CheckForm, needsRemedy } from "./answers.ts";
import { ChoiceMark } from "./ChoiceMark.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** What a section answered, to read and to print. */
export function GivenAnswers({ form: { list, answers } }: { form: CheckForm }) {
    const pair = usePair();
    return list.groups.map((group) => (
        <section key={group.code} className="mb-6">
            <h2 className="mb-1 text-std-18B-160">{pair(group.title, group.title_en)}</h2>
            <ul>
                {list.items
                    .filter((item) => item.group === group.code)
                    .map((item) => (
                        <li key={item.code} className="keep-together border-line border-b py-2">
                            <p>{pair(item.text, item.text_en)}</p>
                            <Given answer={answers.find((one) => one.item === item.code)} />
                        </li>
                    ))}
            </ul>
        </section>
    ));
}

function Given({ answer }: { answer: Answer | undefined }) {
    const m = useWords(words);
    const t = useWords(terms);
    const choice = answer?.answer;
    if (!answer || !choice) return <p className="text-quiet">{t.unanswered}</p>;
    const { remedy } = answer;
    return (
        <>
            <p className="flex flex-wrap items-baseline gap-x-3">
                <ChoiceMark choice={choice} />
                {answer.before && <span className="text-quiet text-sm">{m.before(t.choice[answer.before.answer])}</span>}
                {answer.remark && <span>{answer.remark}</span>}
            </p>
            {remedy && needsRemedy(choice) && (
                <p className="flex flex-wrap gap-x-3 text-sm">
                    <span>{remedy.what}</span>
                    <span>
                        {m.who}: {remedy.who}
                    </span>
                    <span>
                        {m.due}: <Day iso={remedy.due} />
                    </span>
                    <span>{t.remedy[remedy.status]}</span>
                </p>
            )}
        </>
    );
}
