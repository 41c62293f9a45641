import { percent } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** Answered of invited, in figures and as a bar. */
export function AnsweredBar({ answered, invited }: { answered: number; invited: number }) {
    const m = useWords(words);
    const share = invited > 0 ? (answered / invited) * 100 : 0;
    return (
        <span className="block min-w-32">
            <span className="tabular flex justify-between gap-2">
                <span>{m.answered_of(answered, invited)}</span>
                <span className="text-quiet">{percent(answered, invited)}</span>
            </span>
            <span aria-hidden="true" className="mt-0.5 block h-2 overflow-hidden rounded-4 border border-line-strong bg-paper">
                <span className="block h-full bg-blue-800" style={{ width: `${share}%` }} />
            </span>
        </span>
    );
}
