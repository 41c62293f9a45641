import { useWords } from "../../i18n/words.ts";
import { lightest, type Subject } from "./desk.ts";
import { Load } from "./States.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** Who answers, how soon, how busy they are: one line under a subject. */
export function SubjectFacts({ subject }: { subject: Subject }) {
    const m = useWords(words);
    const t = useWords(terms);
    const here = subject.advisers.filter(({ presence }) => presence === "here");
    const open = lightest(subject);
    return (
        <span className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm">
            <span>
                <span className="text-quiet">{m.answers} </span>
                {here.length > 0 ? t.list(here.map(({ name, deputy }) => (deputy ? m.deputy(name) : name))) : m.answers_office}
            </span>
            <span>
                <span className="text-quiet">{m.first_answer} </span>
                {m.within_days(subject.answer_days)}
            </span>
            {open !== null && <Load open={open} />}
        </span>
    );
}
