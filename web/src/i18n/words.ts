// Texts are functions of the city's wording and live beside the screen that says them. The Japanese text is the type: English must say
// all of it, or it does not compile.
import { use } from "react";
import { LanguageContext } from "./context.ts";
import type { Language, Wording } from "./wording.ts";

export interface Words<M> {
    ja: (wording: Wording) => M;
    en: (wording: Wording) => M;
}

export function defineWords<M>(ja: (wording: Wording) => M, en: (wording: Wording) => NoInfer<M>): Words<M> {
    return { ja, en };
}

// One set of texts per catalog, language and city.
const made = new WeakMap<object, { language: Language; wording: Wording; text: unknown }>();

export function say<M>(words: Words<M>, language: Language, wording: Wording): M {
    const known = made.get(words);
    if (known && known.language === language && known.wording === wording) return known.text as M;
    const text = words[language](wording);
    made.set(words, { language, wording, text });
    return text;
}

export function useWords<M>(words: Words<M>): M {
    const { language, wording } = use(LanguageContext);
    return say(words, language, wording);
}

/** Picks the half of a pair that the server sends (`name`, `name_en`). */
export function usePair(): (ja: string, en: string | null | undefined) => string {
    const { language } = use(LanguageContext);
    return (ja, en) => (language === "en" && en ? en : ja);
}
