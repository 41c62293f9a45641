// Which places of the organisation a table of sections shows: departments and sections, not the teams below them.
const deepest = 1;

/** The units down to the sections; the order is the organisation's. Below one single top unit there is one step more. */
export function shownSections<Row extends { depth: number }>(rows: readonly Row[]): Row[] {
    const one_top = rows.filter(({ depth }) => depth === 0).length === 1 && rows.some(({ depth }) => depth === 1);
    return rows.filter(({ depth }) => depth <= (one_top ? deepest + 1 : deepest));
}

/** 31 March and 1 April of the last two turns of the year, the latest first, none of them ahead. */
export function usualDays(today: string): string[] {
    const year = Number(today.slice(0, 4));
    return [year, year - 1].flatMap((y) => [`${y}-04-01`, `${y}-03-31`]).filter((day) => day <= today);
}
