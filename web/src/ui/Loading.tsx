import { useWords } from "../i18n/words.ts";
import { words } from "./words.ts";

const widths = ["w-11/12", "w-full", "w-4/5", "w-10/12", "w-3/5", "w-11/12", "w-9/12", "w-full"];

/** Grey lines where the text will stand, so that nothing jumps when it comes. */
export function Loading({ lines = 6 }: { lines?: number }) {
    const m = useWords(words);
    return (
        <div role="status" aria-live="polite">
            <span className="sr-only">{m.loading}</span>
            <div aria-hidden="true" className="grid gap-4 py-2">
                {Array.from({ length: lines }, (_, line) => line).map((line) => (
                    <div key={line} data-skeleton className={`h-5 rounded-4 bg-solid-gray-100 ${widths[line % widths.length]}`} />
                ))}
            </div>
        </div>
    );
}
