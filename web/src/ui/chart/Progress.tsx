import { number, percent } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { words } from "../words.ts";

interface Props {
    label: string;
    value: number;
    /** Nothing is planned when 0. */
    of: number;
    /** How far it will come with what is under way, drawn as a hatched part. */
    forecast?: number;
    /** 「人」 and the like, after the figures. */
    unit?: string;
    hideLabel?: boolean;
}

/** Where one stands against a whole: the figures in words, the bar beneath them. Needs no table: it says all it shows. */
export function Progress({ label, value, of, forecast, unit = "", hideLabel }: Props) {
    const m = useWords(words);
    // What is under way may be many times the target; the bar ends where the target is met, the figure says the rest.
    const top = Math.max(of, value, 1);
    const at = (n: number) => `${(Math.min(n, top) / top) * 100}%`;
    return (
        <div>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className={hideLabel ? "sr-only" : "font-bold"}>{label}</span>
                <span className="tabular">
                    <strong className="text-std-20B-150">{number(value)}</strong> / {number(of)}
                    {unit}
                    {of > 0 && <span className="ml-2 text-quiet">{percent(value, of)}</span>}
                </span>
            </div>
            <div aria-hidden="true" className="relative mt-1 h-4 overflow-hidden rounded-4 border border-line-strong bg-paper">
                {forecast !== undefined && forecast > value && (
                    <span className="hatch absolute inset-y-0 left-0 bg-blue-100" style={{ width: at(forecast) }} />
                )}
                <span className="absolute inset-y-0 left-0 bg-blue-800" style={{ width: at(value) }} />
                {of < top && <span className="absolute inset-y-0 border-ink border-l-2" style={{ left: at(of) }} />}
            </div>
            {forecast !== undefined && (
                <p className="tabular mt-0.5 text-sm text-quiet">
                    {m.forecast} {number(forecast)}
                    {unit}
                </p>
            )}
        </div>
    );
}
