import type { Kept } from "../../api/keeping.ts";
import { useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import type { Progress } from "./asked.ts";
import { words } from "./words.ts";

/** How far one has come, always in sight. */
export function ProgressLine({ progress: { asked, answered }, kept }: { progress: Progress; kept?: Kept }) {
    const m = useWords(words);
    const left = asked - answered;
    return (
        <div className="sticky top-0 z-20 -mx-4 mb-6 border-line border-b bg-paper px-4 pt-2 pb-3 desk:mx-0 desk:px-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <strong className="tabular">{left === 0 ? m.done_all : m.left(left)}</strong>
                {kept && kept !== "nothing" && (
                    <span aria-live="polite" className={classes("text-sm", kept === "away" ? "text-warn" : "text-quiet")}>
                        {m.saved[kept]}
                    </span>
                )}
            </div>
            <div
                role="progressbar"
                aria-label={m.progress(answered, asked)}
                aria-valuemin={0}
                aria-valuemax={asked}
                aria-valuenow={answered}
                className="mt-1 h-2 overflow-hidden rounded-full bg-solid-gray-100"
            >
                <div className="h-full bg-primary" style={{ width: `${asked > 0 ? (answered / asked) * 100 : 0}%` }} />
            </div>
        </div>
    );
}
