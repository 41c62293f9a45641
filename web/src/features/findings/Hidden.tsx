import { useWords } from "../../i18n/words.ts";
import { Popup } from "../../ui/Popup.tsx";
import { words } from "./words.ts";

/** A group that may not be shown, with the reason at hand. */
export function Hidden({ threshold, about }: { threshold: number; about: string }) {
    const m = useWords(words);
    const why = m.hidden_why(threshold);
    return (
        <>
            <span className="no-print" title={why}>
                <Popup
                    face={m.hidden}
                    says={`${about}: ${m.hidden}`}
                    title={m.hidden}
                    look="cursor-pointer rounded-4 bg-paper px-2 text-quiet text-sm underline decoration-dotted underline-offset-4"
                    placement="bottom"
                    className="w-80 max-w-[calc(100vw-2rem)] text-table"
                >
                    <p>{why}</p>
                </Popup>
            </span>
            <span className="print-only text-sm">{m.hidden}</span>
        </>
    );
}
