import { use, useEffect, useRef } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import type { Form } from "./form.ts";
import { words } from "./words.ts";

/** After the answer: thanks, what cannot be done any more, and where the results will be. */
export function Later({ form, now }: { form: Form; now: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        heading.current?.focus();
        window.scrollTo({ top: 0 });
    }, []);
    const title = now ? m.thanks : m.answered;
    useEffect(() => {
        document.title = title;
    }, [title]);
    return (
        <div className="mx-auto max-w-2xl py-8 text-center">
            <Icon name="check" size={48} className="mx-auto mb-3 text-good" />
            <p className="text-quiet">{pair(form.survey.title, form.survey.title_en)}</p>
            <h1 ref={heading} tabIndex={-1} className="text-std-24B-150">
                {title}
            </h1>
            <p className="mt-2">{now && m.thanks_hint}</p>
            <p className="mt-1 text-quiet">
                {form.readers === "everybody"
                    ? m.read_later.everybody(shortDate(form.closes_on, language))
                    : m.read_later[form.readers]}
            </p>
            <p className="mt-1 text-quiet">{m.answered_hint}</p>
            <div className="mt-6 flex flex-wrap justify-center gap-3">
                <LinkButton to="/">{m.to_home}</LinkButton>
                <LinkButton to="/surveys">{m.to_surveys}</LinkButton>
            </div>
        </div>
    );
}
