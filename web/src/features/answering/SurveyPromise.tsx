import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import type { Form } from "./form.ts";
import { words } from "./words.ts";

/** Who asks, who reads what, and what becomes of the answers. */
export function SurveyPromise({ form }: { form: Form }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const writes = form.survey.questions.some(
        ({ type, options }) => type === "short_text" || type === "long_text" || options.some(({ with_text }) => with_text),
    );
    return (
        <DefinitionList
            items={[
                [m.asks, form.issuer],
                [
                    m.read_by,
                    <>
                        {m.reader[form.readers]}
                        {writes && form.readers !== "office" && ` ${m.texts_read_by}`}
                    </>,
                ],
                [m.smallest, m.smallest_text(form.threshold)],
                [
                    m.kept,
                    <>
                        {m.kept_text} {m.kept_until(longDate(form.keys_until, language))}
                    </>,
                ],
                [m.paired, form.paired && m.paired_text],
                [m.amount, m.amount_text(form.survey.questions.length)],
                [m.last_day, <Day key="day" iso={form.closes_on} />],
            ]}
        />
    );
}
