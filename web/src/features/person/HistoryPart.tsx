import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

/** What happened, the latest first, as one line through time. */
export function HistoryPart({ history }: { history: Schema<"Profile">["history"] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Section title={m.history}>
            {history.length === 0 && <p className="text-quiet">{m.history_none}</p>}
            <ol className="border-line-strong border-l-2 pl-4 text-table print:columns-2">
                {history.map((line, index) => (
                    <li
                        // biome-ignore lint/suspicious/noArrayIndexKey: a history does not move
                        key={index}
                        className="keep-together relative pb-3 before:absolute before:top-2 before:-left-[1.4rem] before:size-2.5 before:rounded-full before:border-2 before:border-line-strong before:bg-paper"
                    >
                        <span className="text-quiet text-sm">
                            <Day iso={line.on} /> {m.history_kind[line.kind]}
                        </span>
                        <span className="block">{pair(line.text, line.text_en)}</span>
                    </li>
                ))}
            </ol>
        </Section>
    );
}
