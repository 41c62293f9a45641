import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { IntervalLine } from "./IntervalLine.tsx";
import { words } from "./trend_words.ts";

export interface PairedRow {
    question: string;
    item: string;
    name: string;
    name_en: string;
    lower_is_better?: boolean;
    pairs: number;
    before: number;
    after: number;
    difference: number;
    low: number;
    high: number;
    effect: number;
}

interface Props {
    caption: string;
    rows: readonly PairedRow[];
    value: (n: number) => string;
    change: (n: number) => string;
    /** A difference without its unit. */
    bare: (n: number) => string;
    /** Whether it is known which way is better. */
    judged: boolean;
}

const cell = "border-line border-t px-3 py-2 align-middle";

/** What it was, what it is, and how sure the difference is. */
export function PairsTable({ caption, rows, value, change, bare, judged }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const reach = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]), 0.01);
    return (
        <Scroll label={caption} className="max-w-full overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full min-w-[52rem] text-table print:min-w-0 print:text-[8pt]">
                <caption className="sr-only">{caption}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        <th scope="col" className="min-w-56 px-3 py-2">
                            {m.name}
                        </th>
                        <th scope="col" className="whitespace-nowrap px-3 py-2 text-right">
                            {m.people}
                        </th>
                        <th scope="col" className="whitespace-nowrap px-3 py-2 text-right">
                            {m.before_after}
                        </th>
                        <th scope="col" className="whitespace-nowrap px-3 py-2 text-right">
                            {m.difference}
                        </th>
                        <th scope="col" className="min-w-48 px-3 py-2">
                            {m.interval}
                        </th>
                        <th scope="col" className="whitespace-nowrap px-3 py-2 text-right">
                            {m.effect}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={`${row.question} ${row.item} ${row.name}`}>
                            <th scope="row" className={`${cell} text-left font-normal`}>
                                {pair(row.name, row.name_en)} <Verdict row={row} judged={judged} />
                            </th>
                            <td className={`${cell} tabular text-right`}>{number(row.pairs)}</td>
                            <td className={`${cell} tabular whitespace-nowrap text-right`}>
                                {m.arrow(value(row.before), value(row.after))}
                            </td>
                            <td className={`${cell} tabular whitespace-nowrap text-right font-bold`}>{change(row.difference)}</td>
                            <td className={cell}>
                                <IntervalLine low={row.low} high={row.high} value={row.difference} reach={reach} />
                                <span className="tabular block whitespace-nowrap text-center text-quiet text-sm">
                                    {m.from_to(bare(row.low), change(row.high))}
                                </span>
                            </td>
                            <td className={`${cell} tabular whitespace-nowrap text-right`}>
                                {row.effect.toFixed(2).replace("-", "−")}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

/** In words; where the interval holds nothing, that no change can be claimed. */
function Verdict({ row, judged }: { row: PairedRow; judged: boolean }) {
    const m = useWords(words);
    if (row.low <= 0 && row.high >= 0) return <Badge>{m.contains_zero}</Badge>;
    if (!judged) return <Badge tone="info">{m.changed}</Badge>;
    const better = row.difference > 0 !== (row.lower_is_better ?? false);
    return <Badge tone={better ? "good" : "bad"}>{better ? m.better : m.worse}</Badge>;
}
