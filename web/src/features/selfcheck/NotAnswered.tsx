import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Progress } from "../../ui/chart/Progress.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { words } from "./words.ts";

const shown_at_once = 20;

/** How many sections have submitted, and which have not. */
export function NotAnswered({ table: { summary, rows, not_answered } }: { table: Schema<"CheckTable"> }) {
    const m = useWords(words);
    const waiting = rows.filter(({ unit }) => not_answered.includes(unit));
    const list = (some: typeof waiting) => (
        <ul className="columns-[18rem] gap-x-8">
            {some.map(({ unit, unit_name }) => (
                <li key={unit} className="break-inside-avoid py-0.5">
                    <Phrases>{unit_name}</Phrases>
                </li>
            ))}
        </ul>
    );
    return (
        <div className="grid gap-3">
            <Progress hideLabel label={m.progress_title} value={summary.submitted} of={summary.sections} />
            {waiting.length === 0 ? (
                <p>{m.all_answered}</p>
            ) : waiting.length <= shown_at_once ? (
                <div>
                    <h3 className="font-bold">{m.not_answered}</h3>
                    {list(waiting)}
                </div>
            ) : (
                <details>
                    <summary className="inline-block cursor-pointer text-primary underline underline-offset-4">
                        {m.not_answered} ({waiting.length})
                    </summary>
                    {list(waiting)}
                </details>
            )}
        </div>
    );
}
