const grouped = new Intl.NumberFormat("ja-JP");
const one_digit = new Intl.NumberFormat("ja-JP", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const number = (n: number) => grouped.format(n);

/** A difference with its sign: +3, −2, 0. */
export const signed = (n: number) => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : "0");

/** The share as a percentage with one digit, `–` of nothing. It never says 100.0 % while something is missing, nor 0.0 % while something is there. */
export function percent(part: number, whole: number): string {
    if (whole <= 0) return "–";
    const exact = (part / whole) * 100;
    const rounded = Math.round(exact * 10) / 10;
    if (rounded >= 100 && part < whole) return "99.9%";
    if (rounded <= 0 && part > 0) return "0.1%";
    return `${one_digit.format(rounded)}%`;
}
