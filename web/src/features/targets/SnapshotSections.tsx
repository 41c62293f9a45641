import type { Schema } from "../../api/types.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { shownSections } from "./sections.ts";
import { words } from "./words.ts";

type Figure = Schema<"SnapshotFigure">;

/** One row a section, one column a level: the sections stand as they were called on that day. */
export function SnapshotSections({ figures }: { figures: readonly Figure[] }) {
    const m = useWords(words);
    const pair = usePair();
    // The first figure with the most rows carries the order; a level above counts among the people of the one below.
    const widest = figures.toSorted((a, b) => b.sections.length - a.sections.length)[0];
    const rows = shownSections(widest?.sections ?? []);
    if (rows.length === 0) return <EmptyState title={m.none_counted} icon="unit" />;
    return (
        <Scroll label={m.by_section} className="max-w-3xl overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table">
                <caption className="sr-only">{m.by_section}</caption>
                <thead>
                    <tr>
                        <th scope="col" className="border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left">
                            {m.section}
                        </th>
                        {figures.map((figure) => (
                            <th
                                key={figure.level}
                                scope="col"
                                className="border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-right"
                            >
                                {pair(figure.level_name, figure.level_name_en)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and a frozen table does not move
                        <tr key={index}>
                            <th scope="row" className="border-line border-b px-3 py-1.5 text-left font-normal">
                                <span className={row.depth > 1 ? "block pl-5" : row.depth === 1 ? "block pl-2.5" : "font-bold"}>
                                    <Phrases>{row.name}</Phrases>
                                </span>
                            </th>
                            {figures.map((figure) => (
                                <td key={figure.level} className="tabular border-line border-b px-3 py-1.5 text-right">
                                    {number(figure.sections.find((one) => same(one, row))?.reached ?? 0)}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

const same = (a: Figure["sections"][number], b: Figure["sections"][number]) => a.path === b.path;
