// Where the plan's terms stand in a text, so that their meaning is at hand there.
export interface Part {
    text: string;
    term?: string;
}

/** Cuts `text` at the first place of each term; a longer term wins over a shorter one inside it. */
export function partsOf(text: string, terms: readonly string[]): Part[] {
    const known = terms.filter((term) => term.length > 1).toSorted((a, b) => b.length - a.length);
    const places: { from: number; until: number; term: string }[] = [];
    for (const term of known) {
        for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
            const until = from + term.length;
            if (places.some((place) => from < place.until && place.from < until)) continue;
            places.push({ from, until, term });
            break;
        }
    }
    places.sort((a, b) => a.from - b.from);
    const parts: Part[] = [];
    let at = 0;
    for (const { from, until, term } of places) {
        if (from > at) parts.push({ text: text.slice(at, from) });
        parts.push({ text: text.slice(from, until), term });
        at = until;
    }
    if (at < text.length) parts.push({ text: text.slice(at) });
    return parts;
}
