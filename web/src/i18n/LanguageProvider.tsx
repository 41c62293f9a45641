import { type ReactNode, use, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { LanguageContext } from "./context.ts";
import { type Language, type Word, wordingOf } from "./wording.ts";

const stored = "hagukumi.language";

function chosen(): Language {
    const kept = localStorage.getItem(stored);
    if (kept === "ja" || kept === "en") return kept;
    return navigator.language.startsWith("ja") ? "ja" : navigator.language.startsWith("en") ? "en" : "ja";
}

export function LanguageProvider({ children }: { children: ReactNode }) {
    const [language, setLanguage] = useState<Language>(chosen);
    useEffect(() => {
        document.documentElement.lang = language;
        localStorage.setItem(stored, language);
    }, [language]);
    const value = useMemo(() => ({ language, wording: wordingOf(language), setLanguage }), [language]);
    return (
        <LanguageContext value={value}>
            <I18nProvider locale={language === "ja" ? "ja-JP" : "en-GB"}>{children}</I18nProvider>
        </LanguageContext>
    );
}

/** Inside, texts use the words of the city. */
export function CityWording({ own, children }: { own: Readonly<Record<string, Word>>; children: ReactNode }) {
    const { language, setLanguage } = use(LanguageContext);
    const value = useMemo(() => ({ language, wording: wordingOf(language, own), setLanguage }), [language, own, setLanguage]);
    return <LanguageContext value={value}>{children}</LanguageContext>;
}
