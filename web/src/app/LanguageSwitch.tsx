import { use } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { useWords } from "../i18n/words.ts";
import { Button } from "../ui/Button.tsx";
import { words } from "./words.ts";

export function LanguageSwitch() {
    const m = useWords(words);
    const { language, setLanguage } = use(LanguageContext);
    const other = language === "ja" ? "en" : "ja";
    return (
        <Button look="quiet" size="small" className="shrink-0 whitespace-nowrap" onPress={() => setLanguage(other)}>
            <span lang={other}>{m.language}</span>
        </Button>
    );
}
