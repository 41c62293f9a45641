import { use } from "react";
import { city } from "../../api/city.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** The sheet: A4 upright on paper, the same proportions on the screen. */
export function Paper({ certificate }: { certificate: Schema<"Certificate"> }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { text } = certificate;
    const day = (iso: string) => longDate(iso, language);
    return (
        <article
            aria-label={m.certificate}
            className="mx-auto flex max-w-2xl flex-col border-4 border-line-strong border-double bg-paper px-[8%] py-[6%] sm:aspect-[210/297] print:h-[260mm] print:max-w-none print:px-[18mm] print:py-[14mm]"
        >
            <p className="tabular text-right text-quiet text-sm">{m.number_line(certificate.number, certificate.version)}</p>
            <p className="mt-[8%] text-center font-bold text-[2rem] tracking-[0.5em] [text-indent:0.5em] [:lang(en)_&]:tracking-wide [:lang(en)_&]:[text-indent:0]">
                {m.paper_title}
            </p>
            <p className="mt-[12%] text-center text-[1.75rem]">{m.paper_name(text.name)}</p>
            <p className="mt-[6%] text-center font-bold text-std-22B-150">{pair(text.title, text.title_en)}</p>
            <p className="mt-[10%] text-[1.125rem] leading-loose">{pair(text.statement, text.statement_en)}</p>
            {text.purpose && language === "ja" && <p className="mt-4 text-quiet">{text.purpose}</p>}
            <div className="mt-auto pt-8">
                <p className="text-[1.125rem]">{day(text.certified_on)}</p>
                {text.valid_until && <p className="text-sm">{m.valid_line(day(text.valid_until))}</p>}
                <p className="mt-4 text-right font-bold text-[1.5rem]">{pair(text.city, text.city_en)}</p>
                {text.issuer && <p className="text-right">{text.issuer}</p>}
            </div>
            <p className="mt-[8%] border-line border-t pt-2 text-center text-quiet text-sm">
                {m.check_line(`${window.location.host}/${city}/certificates`)}
            </p>
        </article>
    );
}
