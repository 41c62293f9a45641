import type { ReactNode } from "react";
import { number, percent } from "../../i18n/numbers.ts";
import { Figure } from "./Figure.tsx";
import { type Share, share } from "./share.ts";

interface Props {
    title: string;
    says: string;
    bars: readonly (Share & { key: string; label: string; link?: ReactNode })[];
    /** Heads of the table: what a bar is, held, needed. */
    head: readonly [string, string, string];
    quiet?: boolean;
}

/** Horizontal bars, each a share of its own whole, with the figures beside it. */
export function Bars({ title, says, bars, head, quiet }: Props) {
    const table = { head, rows: bars.map(({ label, held, needed }) => [label, held, needed] as const) };
    return (
        <Figure title={title} says={says} table={table} quiet={quiet}>
            <ul className="grid gap-x-3 gap-y-2 text-table sm:grid-cols-[minmax(6rem,14rem)_minmax(0,1fr)_auto]">
                {bars.map((bar) => (
                    <li
                        key={bar.key}
                        className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:col-span-full sm:grid-cols-subgrid"
                    >
                        <span>{bar.link ?? bar.label}</span>
                        <span
                            aria-hidden="true"
                            className="col-span-2 row-start-2 h-4 overflow-hidden rounded-4 border border-line-strong bg-paper sm:col-span-1 sm:row-start-auto"
                        >
                            <span className="block h-full bg-blue-800" style={{ width: `${share(bar) * 100}%` }} />
                        </span>
                        <span className="tabular text-right">
                            {number(bar.held)} / {number(bar.needed)}
                            <span className="ml-2 inline-block w-14 text-quiet">{percent(bar.held, bar.needed)}</span>
                        </span>
                    </li>
                ))}
            </ul>
        </Figure>
    );
}
