import { placeOn } from "./results.ts";

interface Props {
    low: number;
    high: number;
    value: number;
    /** Half the length of the axis: 0 stands in the middle. */
    reach: number;
}

/** A difference with its interval about nothing; the figures stand beside it. */
export function IntervalLine({ low, high, value, reach }: Props) {
    const at = (n: number) => placeOn(n, -reach, reach);
    return (
        <span aria-hidden="true" className="relative block h-5 min-w-24">
            <span className="absolute inset-x-0 top-1/2 border-line border-t" />
            <span className="absolute inset-y-0 left-1/2 border-line-strong border-l border-dashed" />
            <span
                className="absolute top-1/2 -mt-0.5 h-1 rounded-full bg-blue-800"
                style={{ left: `${at(low)}%`, width: `${Math.max(1, at(high) - at(low))}%` }}
            />
            <span className="absolute top-1/2 -mt-1 -ml-1 size-2 rounded-full bg-ink" style={{ left: `${at(value)}%` }} />
        </span>
    );
}
