import { use } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { longDate, shortDate, shortInstant } from "../i18n/dates.ts";

/** A date as people here read it, with the ISO text for programs and as the tooltip. Nothing when there is none. */
export function Day({ iso, long }: { iso: string | null | undefined; long?: boolean }) {
    const { language } = use(LanguageContext);
    if (!iso) return null;
    return (
        <time dateTime={iso} title={iso} className="whitespace-nowrap">
            {long ? longDate(iso, language) : shortDate(iso, language)}
        </time>
    );
}

export function Moment({ at }: { at: string | null | undefined }) {
    const { language } = use(LanguageContext);
    if (!at) return null;
    return (
        <time dateTime={at} title={at} className="whitespace-nowrap">
            {shortInstant(at, language)}
        </time>
    );
}

/** From the first to the last day; an open end stays open: `R7.4.1(火)〜`, in English `since 1 Apr 2025 (Tue)`. */
export function Period({ from, until }: { from: string | null; until: string | null }) {
    const { language } = use(LanguageContext);
    const open = language === "en" && until === null && "since ";
    return (
        <span>
            {open}
            <Day iso={from} />
            {!open && (language === "en" ? " – " : "〜")}
            <Day iso={until} />
        </span>
    );
}
