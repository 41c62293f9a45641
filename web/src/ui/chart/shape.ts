// The arithmetic of the charts, apart from their drawing.
import { scaleLinear } from "d3-scale";
import { curveLinearClosed, line, lineRadial } from "d3-shape";

/** The angle of an axis of a radar, in radians clockwise from the top. */
export const angle = (index: number, all: number) => (index / all) * 2 * Math.PI;

export function pointAt(index: number, all: number, radius: number): { x: number; y: number } {
    const a = angle(index, all);
    return { x: Math.sin(a) * radius, y: -Math.cos(a) * radius };
}

export function radarPath(parts: readonly number[], radius: number): string {
    const draw = lineRadial<number>()
        .angle((_, index) => angle(index, parts.length))
        .radius((part) => Math.min(1, Math.max(0, part)) * radius)
        .curve(curveLinearClosed);
    return draw([...parts]) ?? "";
}

/** Round figures for the scale of an axis that starts at nothing and holds all values. */
export function scaleFor(values: readonly number[], length: number) {
    const top = Math.max(1, ...values);
    return scaleLinear([0, top], [0, length]).nice(4);
}

export interface Point {
    x: number;
    y: number | null;
}

/** A line through the points there are; a missing one leaves a gap and is never drawn as zero. */
export function trendPath(points: readonly Point[]): string {
    const draw = line<Point>()
        .defined(({ y }) => y !== null)
        .x(({ x }) => x)
        .y(({ y }) => y ?? 0);
    return draw([...points]) ?? "";
}
