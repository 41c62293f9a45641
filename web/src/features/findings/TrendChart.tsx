import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Figure } from "../../ui/chart/Figure.tsx";
import { useWidth } from "../../ui/chart/useWidth.ts";
import { shareText } from "./results.ts";
import { type Joint, joints } from "./trend.ts";
import { words } from "./trend_words.ts";

type Trend = Schema<"Trend">;
type Point = Schema<"TrendPoint">;

const height = 190;
const edge = { left: 60, right: 44, top: 24, bottom: 46 };
const inner_height = height - edge.top - edge.bottom;

/** A share from round to round: published figures hollow, measured ones filled with their interval, the way between the two dashed. */
export function TrendChart({ trend, quiet }: { trend: Trend; quiet?: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const [box, width] = useWidth<HTMLDivElement>(320);
    const { points } = trend;
    const inner = Math.max(60, width - edge.left - edge.right);
    const x = (index: number) => (points.length > 1 ? (index / (points.length - 1)) * inner : inner / 2);
    const y = (share: number) => inner_height * (1 - share);
    const name = pair(trend.name, trend.name_en);
    const last = points.at(-1);
    const rows = points.map((point) => [
        point.on ? `${point.label} ${shortDate(point.on, language)}` : `${point.label} ${m.published}`,
        shareText(point.share),
        point.low === null || point.high === null ? "–" : `${shareText(point.low)} – ${shareText(point.high)}`,
        point.answered === null ? m.no_number : m.of_people(point.answered),
    ]);
    return (
        <Figure
            quiet={quiet}
            title={name}
            says={last ? m.says(name, shareText(last.share), last.label) : name}
            table={{ head: [m.point, m.share, m.interval, m.answered], rows }}
        >
            <div ref={box} className="relative" style={{ height }}>
                <svg aria-hidden="true" width={width} height={height} className="absolute inset-0 text-[0.8125rem]">
                    <g transform={`translate(${edge.left} ${edge.top})`} className="tabular">
                        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
                            <g key={tick} transform={`translate(0 ${y(tick)})`}>
                                <line x1={-16} x2={inner + 16} className="stroke-solid-gray-200" />
                                <text x={-22} dy="0.32em" textAnchor="end" className="fill-solid-gray-700">
                                    {tick * 100}%
                                </text>
                            </g>
                        ))}
                        {joints(points).map(({ from, to, dashed }: Joint) => (
                            <line
                                key={to}
                                x1={x(from)}
                                y1={y(points[from]?.share ?? 0)}
                                x2={x(to)}
                                y2={y(points[to]?.share ?? 0)}
                                strokeWidth={2}
                                strokeDasharray={dashed ? "6 5" : undefined}
                                className={dashed ? "stroke-solid-gray-700" : "stroke-blue-900"}
                            />
                        ))}
                        {points.map((point, index) => (
                            <Mark key={`${point.label} ${point.on}`} point={point} x={x(index)} y={y} published={m.published} />
                        ))}
                    </g>
                </svg>
                <ul aria-hidden="true" className="absolute inset-x-0 bottom-0 h-10 text-center text-quiet text-xs leading-tight">
                    {points.map((point, index) => (
                        <li
                            key={`${point.label} ${point.on}`}
                            className="absolute line-clamp-2 w-24 -translate-x-1/2"
                            style={{ left: edge.left + Math.min(inner - 8, Math.max(8, x(index))) }}
                        >
                            {point.label}
                        </li>
                    ))}
                </ul>
            </div>
        </Figure>
    );
}

function Mark({ point, x, y, published }: { point: Point; x: number; y: (share: number) => number; published: string }) {
    const hollow = point.wave === null;
    return (
        <g transform={`translate(${x} 0)`}>
            {point.low !== null && point.high !== null && (
                <path
                    d={`M0 ${y(point.high)}V${y(point.low)}M-4 ${y(point.high)}h8M-4 ${y(point.low)}h8`}
                    strokeWidth={1.5}
                    fill="none"
                    className="stroke-solid-gray-700"
                />
            )}
            {hollow ? (
                <path d={`M0 ${y(point.share) - 6}l6 6-6 6-6-6z`} strokeWidth={2} className="fill-white stroke-solid-gray-700" />
            ) : (
                <circle cy={y(point.share)} r={4.5} className="fill-blue-900" />
            )}
            <text
                y={y(Math.max(point.share, point.high ?? 0)) - 10}
                textAnchor="middle"
                className="fill-solid-gray-900 font-bold"
            >
                {shareText(point.share)}
            </text>
            {hollow && (
                <text y={y(point.share) + 20} textAnchor="middle" className="fill-solid-gray-700 text-[0.6875rem]">
                    {published}
                </text>
            )}
        </g>
    );
}
