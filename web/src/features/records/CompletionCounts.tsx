import type { Schema } from "../../api/types.ts";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./completions_words.ts";

const kinds = ["added", "already", "not_completed", "left_out", "refused"] as const;

/** How many rows become what; what there is none of is said only for the two that matter. */
export function CompletionCounts({ counts }: { counts: Schema<"CompletionCounts"> }) {
    const m = useWords(words);
    const shown = kinds.filter((kind) => counts[kind] > 0 || kind === "added" || kind === "refused");
    return (
        <dl className="flex flex-wrap gap-x-8 gap-y-2 rounded-8 border border-line px-4 py-3">
            {shown.map((kind) => (
                <div key={kind}>
                    <dt className="text-quiet text-sm">{m.counts[kind]}</dt>
                    <dd className={`tabular text-std-20B-150 ${kind === "refused" && counts.refused > 0 ? "text-bad" : ""}`}>
                        {number(counts[kind])}
                    </dd>
                </div>
            ))}
        </dl>
    );
}
