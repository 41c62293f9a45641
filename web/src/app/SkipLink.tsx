import { useWords } from "../i18n/words.ts";
import { words } from "./words.ts";

export function SkipLink() {
    const m = useWords(words);
    return (
        <a
            href="#main"
            className="no-print fixed top-2 left-2 z-50 -translate-y-20 rounded-8 bg-paper px-4 py-2 font-bold focus:translate-y-0"
        >
            {m.skip}
        </a>
    );
}
