import { useWords } from "../../i18n/words.ts";
import { meanText, placeOn, type Spread } from "./results.ts";
import { words } from "./words.ts";

/** The middle half of the people as a bar, the median as a line, the mean as a point; said in words above. */
export function SpreadLine({ spread, least, most }: { spread: Spread; least: number; most: number }) {
    const m = useWords(words);
    const { mean, deviation, lower_quartile, median, upper_quartile } = spread;
    const at = (value: number) => `${placeOn(value, least, most)}%`;
    const width = placeOn(upper_quartile, least, most) - placeOn(lower_quartile, least, most);
    return (
        <div className="mt-3 max-w-xl text-table">
            <p>
                <strong>{m.spread(meanText(mean), meanText(deviation))}</strong>{" "}
                <span className="text-quiet">
                    {m.quartiles(meanText(lower_quartile), meanText(median), meanText(upper_quartile))}
                </span>
            </p>
            <div aria-hidden="true" className="mt-2 flex items-center gap-2">
                <span className="tabular text-quiet text-sm">{meanText(least)}</span>
                <span className="relative h-5 flex-1">
                    <span className="absolute inset-x-0 top-1/2 border-line-strong border-t" />
                    <span
                        className="absolute inset-y-0.5 rounded-4 border border-blue-800 bg-blue-100"
                        style={{ left: at(lower_quartile), width: `${Math.max(width, 1)}%` }}
                    />
                    <span className="absolute inset-y-0 border-blue-1000 border-l-2" style={{ left: at(median) }} />
                    <span className="absolute top-1/2 -mt-1 -ml-1 size-2 rounded-full bg-ink" style={{ left: at(mean) }} />
                </span>
                <span className="tabular text-quiet text-sm">{meanText(most)}</span>
            </div>
        </div>
    );
}
