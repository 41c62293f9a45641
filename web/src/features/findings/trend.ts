import type { Schema } from "../../api/types.ts";

export interface Joint {
    from: number;
    to: number;
    /** Between figures that were not counted in the same way. */
    dashed: boolean;
}

/** What joins the points of a trend. Two published figures are of different surveys and are not joined at all. */
export const joints = (points: readonly Pick<Schema<"TrendPoint">, "wave">[]): Joint[] =>
    points.slice(1).flatMap((point, index) => {
        const before = points[index];
        if (!before || (before.wave === null && point.wave === null)) return [];
        return [{ from: index, to: index + 1, dashed: before.wave === null || point.wave === null }];
    });
