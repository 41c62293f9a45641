import { type ReactNode, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Attached } from "../../ui/Attached.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Moment } from "../../ui/Day.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";
import { terms } from "./terms.ts";
import { type Author, hasPicture } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    post: {
        id: number;
        author: Author;
        pieces: Schema<"Piece">[];
        files: Schema<"File">[];
        created_at: string;
        edited_at: string | null;
        hidden: boolean;
        hidden_why: string;
    };
    label: string;
    id: string;
    /** A reply, whose earlier texts are asked for as such. */
    reply?: boolean;
    menu?: ReactNode;
    aside?: ReactNode;
    good?: boolean;
    children?: ReactNode;
}

/** Something one person wrote: who and when, the text, what came with it. */
export function Post({ post, label, id, reply = false, menu, aside, good, children }: Props) {
    const m = useWords(words);
    return (
        <article
            id={id}
            tabIndex={-1}
            aria-label={label}
            className={classes(
                "rounded-8 border p-4 outline-none target:border-primary",
                good ? "border-2 border-good" : "border-line",
            )}
        >
            <header className="mb-2 flex items-start justify-between gap-3">
                <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
                    <Writer author={post.author} />
                    <span className="text-quiet text-sm">
                        <Moment at={post.created_at} />
                    </span>
                    {post.edited_at && <Edited id={post.id} reply={reply} at={post.edited_at} />}
                    {aside}
                </div>
                <span className="no-print">{menu}</span>
            </header>
            {post.hidden && <p className="mb-2 text-quiet">{m.hidden_because(post.hidden_why)}</p>}
            <Rich pieces={post.pieces} headings={3} />
            <Attached files={post.files} text_has={hasPicture(post.pieces)} />
            {children}
        </article>
    );
}

function Writer({ author }: { author: Author }) {
    const t = useWords(terms);
    return (
        <>
            <bdi className="font-bold">{author.name}</bdi>
            <bdi className="text-quiet text-sm">{author.unit}</bdi>
            {author.ambassador && <Badge tone="info">{t.ambassador}</Badge>}
        </>
    );
}

function Edited({ id, reply, at }: { id: number; reply: boolean; at: string }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <span className="text-quiet text-sm">
            <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className="link cursor-pointer">
                {m.edited}
            </button>{" "}
            <Moment at={at} />
            {open && <HistoryDialog id={id} reply={reply} onClose={() => setOpen(false)} />}
        </span>
    );
}
