import { Fragment, type ReactNode } from "react";
import { downloadUrl } from "../api/client.ts";
import { useWords } from "../i18n/words.ts";
import { addressOf, attachmentOf, isMention } from "./rich/address.ts";
import { CodeBlock } from "./rich/CodeBlock.tsx";
import { CodeText } from "./rich/CodeText.tsx";
import { Picture } from "./rich/Picture.tsx";
import { RichLink } from "./rich/RichLink.tsx";
import { type Node, type Piece, textOf, treeOf } from "./rich/tree.ts";
import { words } from "./rich/words.ts";
import { Scroll } from "./Scroll.tsx";

interface How {
    /** The level of the first headings in this text. */
    headings?: 3 | 4;
}

/** What somebody wrote, drawn from the server's pieces as elements: there is no HTML in between, so nothing in it can run. */
export function Rich({ pieces, ...how }: How & { pieces: readonly Piece[] }) {
    return (
        <div dir="auto" className="typed grid grid-cols-1 gap-3">
            {drawnAll(treeOf(pieces), how)}
        </div>
    );
}

const drawnAll = (nodes: readonly Node[], how: How) =>
    nodes.map((node) => <Fragment key={node.key}>{drawn(node, how)}</Fragment>);

function drawn(node: Node, how: How): ReactNode {
    switch (node.kind) {
        case "code_block":
            return <CodeBlock text={textOf(node)} />;
        case "code":
            return (
                <code className="rounded-4 bg-solid-gray-50 px-1 text-[0.9em]">
                    <CodeText>{textOf(node)}</CodeText>
                </code>
            );
        case "image":
            return <ImageOf node={node} />;
        case "line_break":
            return <br />;
        case "rule":
            return <hr className="border-line" />;
    }
    const inside = (
        <>
            {node.text}
            {drawnAll(node.children, how)}
        </>
    );
    if (node.kind === "link") return <LinkOf node={node}>{inside}</LinkOf>;
    if (node.kind === "heading") return <HeadingOf level={(how.headings ?? 4) + node.number - 1}>{inside}</HeadingOf>;
    return elements[node.kind]?.(inside, node) ?? inside;
}

const elements: Record<string, ((inside: ReactNode, node: Node) => ReactNode) | undefined> = {
    paragraph: (inside) => <p className="typed">{inside}</p>,
    quote: (inside) => (
        <blockquote className="typed grid grid-cols-1 gap-2 border-line-strong border-l-4 pl-3 text-quiet">{inside}</blockquote>
    ),
    list: (inside) => <ul className="list-disc pl-6">{inside}</ul>,
    ordered_list: (inside, { number }) => (
        <ol start={number} className="list-decimal pl-8">
            {inside}
        </ol>
    ),
    item: (inside) => (
        <li dir="auto">
            <div className="typed">{inside}</div>
        </li>
    ),
    table: (inside) => <TableOf>{inside}</TableOf>,
    table_row: (inside) => <tr>{inside}</tr>,
    table_head: (inside) => (
        <th scope="col" className="border border-line bg-wash px-3 py-1.5 text-left">
            {inside}
        </th>
    ),
    table_cell: (inside) => <td className="border border-line px-3 py-1.5">{inside}</td>,
    strong: (inside) => <strong>{inside}</strong>,
    emphasis: (inside) => <em>{inside}</em>,
    strike: (inside) => <s>{inside}</s>,
};

function HeadingOf({ level, children }: { level: number; children: ReactNode }) {
    const Heading = `h${Math.min(6, Math.max(3, level)) as 3 | 4 | 5 | 6}` as const;
    return <Heading className="typed">{children}</Heading>;
}

function TableOf({ children }: { children: ReactNode }) {
    const m = useWords(words);
    return (
        <Scroll label={m.table} className="overflow-x-auto">
            <table className="text-table">
                <tbody>{children}</tbody>
            </table>
        </Scroll>
    );
}

function LinkOf({ node, children }: { node: Node; children: ReactNode }) {
    if (isMention(node.href)) return <bdi className="rounded-4 bg-primary-wash px-1 font-bold text-primary">{children}</bdi>;
    const address = addressOf(node.href);
    if (!address) return children;
    return (
        <RichLink address={address} says={textOf(node)}>
            {children}
        </RichLink>
    );
}

function ImageOf({ node }: { node: Node }) {
    const m = useWords(words);
    const id = attachmentOf(node.href);
    const text = textOf(node) || m.picture;
    return id === null ? text : <Picture src={downloadUrl(`/attachments/${id}`)} text={text} />;
}
