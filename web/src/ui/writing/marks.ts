// What the buttons over a text box do to the text: pure, so that the box may put it in as if it had been typed.
export interface Edit {
    /** What is replaced … */
    from: number;
    until: number;
    /** … by this, */
    text: string;
    /** and what is selected afterwards. */
    select: readonly [number, number];
}

type Mark = (text: string, from: number, until: number) => Edit;

/** Sets the marks around the words that are selected, or takes them away. */
export const around =
    (mark: string): Mark =>
    (text, from, until) => {
        const [begin, end] = words(text, from, until);
        const inside = text.slice(begin, end);
        const n = mark.length;
        if (text.slice(begin - n, begin) === mark && text.slice(end, end + n) === mark)
            return { from: begin - n, until: end + n, text: inside, select: [begin - n, end - n] };
        return { from: begin, until: end, text: mark + inside + mark, select: [begin + n, end + n] };
    };

/** Begins every line that is selected with the mark, or takes it away from all. */
export const each =
    (mark: string): Mark =>
    (text, from, until) => {
        const [begin, end] = lines(text, from, until);
        const before = text.slice(begin, end).split("\n");
        const marked = before.every((line) => line.startsWith(mark));
        const after = before.map((line) => (marked ? line.slice(mark.length) : mark + line)).join("\n");
        const select: Edit["select"] =
            before.length > 1 ? [begin, begin + after.length] : [begin + after.length, begin + after.length];
        return { from: begin, until: end, text: after, select };
    };

/** Words within a line as code; whole lines as a block of it. */
export const code: Mark = (text, from, until) => {
    if (!text.slice(from, until).includes("\n") && from !== until) return around("`")(text, from, until);
    const [begin, end] = lines(text, from, until);
    const inside = text.slice(begin, end);
    const fence = "`".repeat(Math.max(3, ...[...inside.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    const start = begin + fence.length + 1;
    return { from: begin, until: end, text: `${fence}\n${inside}\n${fence}`, select: [start, start + inside.length] };
};

const address = /^https?:\/\/\S+$/;

/** The selected words become a link and its address is to be typed; a selected address is taken for one. */
export const link: Mark = (text, from, until) => {
    const [begin, end] = words(text, from, until);
    const inside = text.slice(begin, end);
    if (address.test(inside)) return { from: begin, until: end, text: `[](${inside})`, select: [begin + 1, begin + 1] };
    const at = begin + inside.length + 3;
    return { from: begin, until: end, text: `[${inside}](https://)`, select: [at, at + "https://".length] };
};

/** On a line of its own after the one where the caret is. */
export function lineAfter(text: string, caret: number, line: string): Edit {
    const [begin, end] = lines(text, caret, caret);
    const empty = begin === end;
    const put = `${empty ? "" : "\n"}${line}\n`;
    return { from: end, until: end, text: put, select: [end + put.length, end + put.length] };
}

export const applied = (text: string, { from, until, text: put }: Edit) => text.slice(0, from) + put + text.slice(until);

/** Without the spaces at both ends. */
function words(text: string, from: number, until: number): [number, number] {
    const inside = text.slice(from, until);
    if (!inside.trim()) return [from, until];
    return [from + inside.length - inside.trimStart().length, until - inside.length + inside.trimEnd().length];
}

/** Whole lines. */
function lines(text: string, from: number, until: number): [number, number] {
    const begin = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
    const last = until > from && text[until - 1] === "\n" ? until - 1 : until;
    const end = text.indexOf("\n", last);
    return [begin, end === -1 ? text.length : end];
}
