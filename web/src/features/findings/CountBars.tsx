import type { Schema } from "../../api/types.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Figure } from "../../ui/chart/Figure.tsx";
import type { ItemResult } from "./results.ts";
import { shareText } from "./results.ts";
import { words } from "./words.ts";

interface Props {
    title: string;
    options: readonly Schema<"Option">[];
    result: ItemResult;
}

/** How many chose each option, and which share of those who answered. */
export function CountBars({ title, options, result }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const counts = options.map((option) => {
        const found = result.options.find(({ code }) => code === option.code);
        return {
            code: option.code,
            label: pair(option.text, option.text_en),
            count: found?.count ?? 0,
            share: found?.share ?? 0,
        };
    });
    const top = counts.reduce<(typeof counts)[number] | undefined>(
        (best, one) => (best && best.count >= one.count ? best : one),
        undefined,
    );
    const table = {
        head: [m.option, m.people, m.share],
        rows: counts.map(({ label, count, share }) => [label, number(count), shareText(share)]),
    };
    return (
        <Figure
            quiet
            title={title}
            says={top && result.answered > 0 ? m.says(top.label, shareText(top.share)) : m.nobody}
            table={table}
        >
            <ul className="grid gap-x-3 gap-y-1.5 text-table sm:grid-cols-[minmax(8rem,20rem)_minmax(0,1fr)_auto]">
                {counts.map(({ code, label, count, share }) => (
                    <li
                        key={code}
                        className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:col-span-full sm:grid-cols-subgrid"
                    >
                        <span>{label}</span>
                        <span
                            aria-hidden="true"
                            className="col-span-2 row-start-2 h-4 overflow-hidden rounded-4 border border-line bg-paper sm:col-span-1 sm:row-start-auto"
                        >
                            <span className="block h-full bg-blue-800" style={{ width: `${share * 100}%` }} />
                        </span>
                        <span className="tabular text-right">
                            {number(count)}
                            <span className="ml-2 inline-block w-14">{shareText(share)}</span>
                        </span>
                    </li>
                ))}
            </ul>
        </Figure>
    );
}
