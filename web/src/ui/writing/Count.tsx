import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { charactersLeft } from "./counting.ts";
import { words } from "./words.ts";

/** How much room is left once it matters, and how the text is sent from the keyboard. */
export function Count({ text, sends }: { text: string; sends: boolean }) {
    const m = useWords(words);
    const left = charactersLeft(text);
    return (
        <div className="flex flex-wrap justify-between gap-x-4 px-3 pb-1 text-quiet text-sm">
            <p>
                {m.markdown}
                {sends && <span className="max-sm:hidden"> {m.send_keys}</span>}
            </p>
            <p role="status" className={left !== null && left < 0 ? "font-bold text-bad" : undefined}>
                {left !== null && (left < 0 ? m.too_long(number(-left)) : m.left(number(left)))}
            </p>
        </div>
    );
}
