import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "./adviser_words.ts";

interface Props {
    label: string;
    used: number;
    /** Of what goes on, beyond what is used. */
    planned: number;
    /** 0: there is no limit. */
    most: number;
    unit: (n: number) => string;
}

const rounded = (n: number) => Math.round(n * 10) / 10;

/** What is used of what the scheme gives in the year; what is planned is hatched. The figures say all that the bar shows. */
export function QuotaBar({ label, used, planned, most, unit }: Props) {
    const m = useWords(words);
    const said = (n: number) => `${number(n)}${unit(n)}`;
    const left = rounded(most - used - planned);
    const top = Math.max(most, used + planned, 1);
    const share = (n: number) => `${(Math.max(0, n) / top) * 100}%`;
    return (
        <div>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-bold">{label}</span>
                <span className="tabular">
                    <strong className="text-std-20B-150">{number(rounded(used))}</strong>
                    {most > 0 && <> / {number(most)}</>}
                    {unit(most || rounded(used))}
                </span>
            </div>
            {most > 0 && (
                <div
                    aria-hidden="true"
                    className="relative mt-1 h-4 overflow-hidden rounded-4 border border-line-strong bg-paper"
                >
                    <span className="hatch absolute inset-y-0 left-0 bg-blue-100" style={{ width: share(used + planned) }} />
                    <span className="absolute inset-y-0 left-0 bg-blue-800" style={{ width: share(used) }} />
                    {most < top && <span className="absolute inset-y-0 border-bad border-l-4" style={{ left: share(most) }} />}
                </div>
            )}
            <p className={left < 0 && most > 0 ? "tabular text-bad text-sm" : "tabular text-quiet text-sm"}>
                {most === 0
                    ? m.no_limit
                    : left < 0
                      ? m.beyond(said(rounded(planned)), said(-left))
                      : m.left(said(rounded(planned)), said(left))}
            </p>
        </div>
    );
}
