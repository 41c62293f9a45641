import { useWords } from "../../i18n/words.ts";
import { Phrases } from "../Phrases.tsx";
import { words } from "../words.ts";
import { Figure } from "./Figure.tsx";
import { pointAt, radarPath } from "./shape.ts";
import { type Share, share } from "./share.ts";
import { useWidth } from "./useWidth.ts";

interface Props {
    title: string;
    says: string;
    /** Three or more; each axis is a share of what is needed. */
    axes: readonly (Share & { label: string })[];
    /** Heads of the table: what an axis is, held, needed. */
    head: readonly [string, string, string];
    quiet?: boolean;
}

const label_width = 116;
const label_height = 44;

export function Radar({ title, says, axes, head, quiet }: Props) {
    const m = useWords(words);
    const [box, width] = useWidth<HTMLDivElement>(400);
    const radius = Math.max(48, Math.min(120, width / 2 - label_width));
    const middle = { x: width / 2, y: radius + label_height + 8 };
    const table = { head, rows: axes.map(({ label, held, needed }) => [label, held, needed] as const) };
    return (
        <Figure title={title} says={says} table={table} quiet={quiet}>
            <div ref={box} className="relative" style={{ height: middle.y * 2 }}>
                <svg aria-hidden="true" width={width} height={middle.y * 2} className="absolute inset-0">
                    <g transform={`translate(${middle.x} ${middle.y})`}>
                        {[0.25, 0.5, 0.75, 1].map((part) => (
                            <path
                                key={part}
                                d={radarPath(
                                    axes.map(() => part),
                                    radius,
                                )}
                                fill="none"
                                className={part === 1 ? "stroke-solid-gray-536" : "stroke-solid-gray-200"}
                            />
                        ))}
                        {axes.map(({ label }, index) => {
                            const end = pointAt(index, axes.length, radius);
                            return <line key={label} x2={end.x} y2={end.y} className="stroke-solid-gray-200" />;
                        })}
                        <path
                            d={radarPath(axes.map(share), radius)}
                            className="fill-blue-600/20 stroke-blue-900"
                            strokeWidth={2}
                            strokeLinejoin="round"
                        />
                        {axes.map((axis, index) => {
                            const at = pointAt(index, axes.length, share(axis) * radius);
                            return <circle key={axis.label} cx={at.x} cy={at.y} r={4} className="fill-blue-900" />;
                        })}
                    </g>
                </svg>
                {axes.map((axis, index) => {
                    const at = pointAt(index, axes.length, radius + 10);
                    const side =
                        Math.abs(at.x) < 12
                            ? "text-center -translate-x-1/2"
                            : at.x > 0
                              ? "text-left"
                              : "text-right -translate-x-full";
                    const rise = at.y < -radius ? "-translate-y-full" : at.y > radius ? "" : "-translate-y-1/2";
                    return (
                        <div
                            key={axis.label}
                            aria-hidden="true"
                            className={`absolute text-[0.8125rem] leading-tight ${side} ${rise}`}
                            style={{ left: middle.x + at.x, top: middle.y + at.y, width: label_width - 12 }}
                        >
                            <Phrases>{axis.label}</Phrases>
                            <span className="tabular block text-quiet">
                                {axis.needed ? `${axis.held} / ${axis.needed}` : m.no_need}
                            </span>
                        </div>
                    );
                })}
            </div>
        </Figure>
    );
}
