// How results are drawn: shares as people read them, and the step of colour of a share.
import type { Schema } from "../../api/types.ts";

export type Results = Schema<"Results">;
export type QuestionResult = Schema<"QuestionResult">;
export type ItemResult = Schema<"ItemResult">;
export type GroupCounts = Schema<"GroupCounts">;
export type Spread = Schema<"Spread">;

const one_digit = new Intl.NumberFormat("ja-JP", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two_digits = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 2 });

/** 0 to 1 as a percentage with one digit. */
export const shareText = (share: number) => `${one_digit.format(share * 100)}%`;
export const meanText = (mean: number) => two_digits.format(mean);
/** A difference of shares in points, with its sign. */
export const pointsText = (difference: number) => signedText(difference * 100, one_digit);
export const differenceText = (difference: number) => signedText(difference, two_digits);

function signedText(n: number, format: Intl.NumberFormat): string {
    const text = format.format(Math.abs(n));
    if (Number(text) === 0) return text;
    return n > 0 ? `+${text}` : `−${text}`;
}

/** The fifth of the whole that a share lies in, 0 of nothing. */
export function shareStep(share: number): 0 | 1 | 2 | 3 | 4 | 5 {
    if (share <= 0) return 0;
    return Math.min(5, Math.floor(share * 5) + 1) as 1 | 2 | 3 | 4 | 5;
}

/** Text on each is at least 7:1. */
export const share_looks = [
    "bg-paper text-quiet",
    "bg-blue-50 text-ink",
    "bg-blue-100 text-ink",
    "bg-blue-200 text-ink",
    "bg-blue-900 text-white",
    "bg-blue-1000 text-white",
] as const;

/** Where a value lies on a scale, in percent of its length. */
export const placeOn = (value: number, least: number, most: number) =>
    most > least ? Math.min(100, Math.max(0, ((value - least) / (most - least)) * 100)) : 50;
