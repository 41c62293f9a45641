interface Mention {
    from: number;
    until: number;
    /** After the sign. */
    typed: string;
}

const longest_name = 20;

/** The name being typed before the caret, after @ or ＠; an address of mail is none. */
export function mentionAt(text: string, caret: number): Mention | null {
    const before = text.slice(Math.max(0, caret - longest_name - 2), caret);
    const found = /(^|[^\w.+-])([@＠])([^\s@＠[\]()]*)$/u.exec(before);
    if (!found) return null;
    const typed = found[3] ?? "";
    return { from: caret - typed.length - 1, until: caret, typed };
}
