import { createContext } from "react";
import { type Language, type Wording, wordingOf } from "./wording.ts";

export interface LanguageValue {
    language: Language;
    wording: Wording;
    setLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageValue>({ language: "ja", wording: wordingOf("ja"), setLanguage: () => {} });
