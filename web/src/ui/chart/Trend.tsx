import { number } from "../../i18n/numbers.ts";
import { Figure } from "./Figure.tsx";
import { scaleFor, trendPath } from "./shape.ts";
import { useWidth } from "./useWidth.ts";

interface Props {
    title: string;
    says: string;
    /** In order; a value not known yet is null. */
    points: readonly { label: string; value: number | null; target?: number | null }[];
    /** Heads of the table: the period, the value, the target. */
    head: readonly [string, string, string];
    quiet?: boolean;
}

const height = 196;
const edge = { left: 52, right: 36, top: 20, bottom: 44 };

/** A value over the years with its target as a dashed line. */
export function Trend({ title, says, points, head, quiet }: Props) {
    const [box, width] = useWidth<HTMLDivElement>();
    const inner = { width: Math.max(80, width - edge.left - edge.right), height: height - edge.top - edge.bottom };
    const known = points.flatMap(({ value, target }) => [value, target]).filter((n): n is number => typeof n === "number");
    const scale = scaleFor(known, inner.height);
    const x = (index: number) => (points.length > 1 ? (index / (points.length - 1)) * inner.width : inner.width / 2);
    const y = (value: number | null | undefined) => (value === null || value === undefined ? null : inner.height - scale(value));
    // The figure goes below its point where the target is just above it.
    const crowded = (value: number, target?: number | null) =>
        typeof target === "number" && target >= value && scale(target) - scale(value) < 26;
    const table = { head, rows: points.map(({ label, value, target }) => [label, value ?? "–", target ?? "–"] as const) };
    return (
        <Figure title={title} says={says} table={table} quiet={quiet}>
            <div ref={box} className="relative" style={{ height }}>
                <svg aria-hidden="true" width={width} height={height} className="absolute inset-0 text-[0.8125rem]">
                    <g transform={`translate(${edge.left} ${edge.top})`} className="tabular">
                        {scale.ticks(4).map((tick) => (
                            <g key={tick} transform={`translate(0 ${inner.height - scale(tick)})`}>
                                <line x2={inner.width} className="stroke-solid-gray-200" />
                                <text x={-8} dy="0.32em" textAnchor="end" className="fill-solid-gray-700">
                                    {number(tick)}
                                </text>
                            </g>
                        ))}
                        <path
                            d={trendPath(points.map(({ target }, index) => ({ x: x(index), y: y(target) })))}
                            fill="none"
                            strokeDasharray="6 5"
                            strokeWidth={2}
                            className="stroke-solid-gray-700"
                        />
                        <path
                            d={trendPath(points.map(({ value }, index) => ({ x: x(index), y: y(value) })))}
                            fill="none"
                            strokeWidth={2.5}
                            className="stroke-blue-900"
                        />
                        {points.map(({ label, value, target }, index) => (
                            <g key={label} transform={`translate(${x(index)} 0)`}>
                                {typeof target === "number" && (
                                    <path
                                        d={`M0 ${(y(target) ?? 0) - 5}l5 5-5 5-5-5z`}
                                        className="fill-white stroke-solid-gray-700"
                                        strokeWidth={1.5}
                                    />
                                )}
                                {value !== null && (
                                    <>
                                        <circle cy={y(value) ?? 0} r={4} className="fill-blue-900" />
                                        <text
                                            y={(y(value) ?? 0) + (crowded(value, target) ? 20 : -10)}
                                            textAnchor="middle"
                                            className="fill-solid-gray-900 font-bold"
                                        >
                                            {number(value)}
                                        </text>
                                    </>
                                )}
                                <text y={inner.height + 36} textAnchor="middle" className="fill-solid-gray-900">
                                    {label}
                                </text>
                            </g>
                        ))}
                    </g>
                </svg>
            </div>
        </Figure>
    );
}
