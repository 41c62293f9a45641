// The arithmetic of the charts, apart from their drawing.
import { scaleLinear } from "d3-scale";
import { curveLinearClosed, line, lineRadial } from "d3-shape";

export interface Share {
    held: number;
    needed: number;
}

export const share = ({ held, needed }: Share) => (needed > 0 ? Math.min(1, held / needed) : 0);

/** The six steps of a heat table: 0 nothing needed, 1 nobody yet … 5 everybody. Only all is 5, only none is 1. */
export function heatStep({ held, needed }: Share): 0 | 1 | 2 | 3 | 4 | 5 {
    if (needed <= 0) return 0;
    if (held <= 0) return 1;
    if (held >= needed) return 5;
    const part = held / needed;
    return part < 1 / 3 ? 2 : part < 2 / 3 ? 3 : 4;
}

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
