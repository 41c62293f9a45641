// The server reads the Markdown and sends flat pieces in the order they stand; here they become a tree again, and nothing else is
// read into them. A piece of a kind we do not know is its text.
export interface Piece {
    kind: string;
    depth: number;
    /** The level of a heading, the first number of a list. */
    number: number;
    text: string;
    href: string;
}

export interface Node extends Piece {
    key: number;
    children: Node[];
}

const deepest = 24;

export function treeOf(pieces: readonly Piece[]): Node[] {
    const top: Node[] = [];
    const open: Node[] = [];
    for (const [key, piece] of pieces.entries()) {
        const depth = Math.max(0, Math.min(piece.depth, deepest));
        while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
        const node = { ...piece, depth, key, children: [] };
        (open.at(-1)?.children ?? top).push(node);
        open.push(node);
    }
    return top;
}

/** The text alone. */
export const textOf = (node: Node): string => node.text + node.children.map(textOf).join("");
