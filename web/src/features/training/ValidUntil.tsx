import { lastDay } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { words } from "./words.ts";

/** The last day on which a completion counts. */
export function ValidUntil({ first_day_without }: { first_day_without: string }) {
    const m = useWords(words);
    return (
        <span className="text-quiet text-sm">
            ({m.valid_until} <Day iso={lastDay(first_day_without)} />)
        </span>
    );
}
