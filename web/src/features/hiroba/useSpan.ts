import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

const hour = 60;
const day = 24 * hour;

/** So many minutes as people say it: 「42分」「3時間20分」「2日」. */
export function useSpan(): (minutes: number) => string {
    const m = useWords(words);
    return (minutes) => {
        if (minutes < hour) return m.minutes(minutes);
        if (minutes < day) return m.hours(Math.floor(minutes / hour), minutes % hour);
        return m.days(Math.floor(minutes / day), Math.floor((minutes % day) / hour));
    };
}
