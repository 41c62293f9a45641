import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { words } from "./publish_words.ts";

type Line = Schema<"PublicationLine">;

/** What stays within the consultation, part by part, in full: only so can be seen that nothing of it stands on the other side. */
export function LeftOut({ lines }: { lines: readonly Line[] }) {
    const m = useWords(words);
    const parts = [...new Set(lines.map(({ part }) => part))];
    return (
        <section aria-labelledby="stays" className="rounded-8 border-2 border-line-strong border-dashed bg-solid-gray-50 p-4">
            <h2 id="stays" className="flex items-center gap-2 text-std-20B-150">
                <Icon name="lock" />
                {m.stays}
            </h2>
            <p className="mb-4 text-quiet">{m.stays_lead}</p>
            {parts.length === 0 && <p>{m.nothing_stays}</p>}
            <dl className="grid gap-3">
                {parts.map((part) => (
                    <div key={part}>
                        <dt className="font-bold text-table">{m.part[part]}</dt>
                        {lines
                            .filter((line) => line.part === part)
                            .map(({ text }) => (
                                <dd key={text} className="typed whitespace-pre-line border-line border-b py-1 text-table">
                                    {text}
                                </dd>
                            ))}
                    </div>
                ))}
            </dl>
        </section>
    );
}
