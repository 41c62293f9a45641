/** The most characters a text may have. */
export const longest = 20_000;
const near = 18_000;

/** How many characters are left once it matters; negative when there are too many. */
export function charactersLeft(text: string): number | null {
    if (text.length <= near) return null;
    const left = longest - [...text].length;
    return left <= longest - near ? left : null;
}

/** Whether there are too many, as the server counts. */
export const tooLong = (text: string) => (charactersLeft(text) ?? 0) < 0;
