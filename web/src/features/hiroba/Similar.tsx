import { useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { type Topic, topicQuestion } from "./topics.ts";
import { words } from "./words.ts";

const moment = 300;
const shortest = 2;

/** Topics near the title that is being typed; they open over the form, so that nothing typed is left behind. */
export function Similar({ title }: { title: string }) {
    const m = useWords(words);
    const settled = useSettled(title.trim());
    const [open, setOpen] = useState<number | null>(null);
    const asked = settled.length >= shortest;
    const found = api.useQuery(
        "get",
        "/topics/similar",
        { params: { query: { title: settled } } },
        { enabled: asked, placeholderData: (before) => before },
    );
    const topics = asked ? (found.data?.topics ?? []) : [];
    return (
        <div role="status">
            {topics.length > 0 && (
                <section aria-label={m.similar} className="mt-3 rounded-8 border border-line bg-wash px-4 py-3">
                    <p className="font-bold text-sm">{m.similar}</p>
                    <ul className="mt-1">
                        {topics.map((topic) => (
                            <li key={topic.id}>
                                <Near topic={topic} onOpen={() => setOpen(topic.id)} />
                            </li>
                        ))}
                    </ul>
                </section>
            )}
            {open !== null && <Look id={open} onClose={() => setOpen(null)} />}
        </div>
    );
}

function Near({ topic, onOpen }: { topic: Schema<"SimilarTopic">; onOpen: () => void }) {
    const m = useWords(words);
    return (
        <span className="flex flex-wrap items-baseline gap-x-3">
            <button type="button" aria-haspopup="dialog" onClick={onOpen} className="typed link min-w-0 cursor-pointer text-left">
                <bdi>{topic.title}</bdi>
            </button>
            <span className="text-quiet text-sm">{m.replies(topic.replies)}</span>
            {topic.accepted && <Badge tone="good">{m.solved}</Badge>}
        </span>
    );
}

function Look({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/topics/{id}", topicQuestion(id));
    return (
        <Dialog
            open
            wide
            onClose={onClose}
            title={query.data?.title ?? m.similar}
            actions={
                <LinkButton to={`/hiroba/topics/${id}` as "."} search={{} as never}>
                    {m.go_there}
                </LinkButton>
            }
        >
            <Ask query={query} small>
                {(topic) => <InShort topic={topic} />}
            </Ask>
        </Dialog>
    );
}

/** The question, and what solved it or else the first words of others. */
function InShort({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const answer = topic.replies.find(({ id }) => id === topic.accepted);
    const shown = answer ? [answer] : topic.replies.slice(0, 3);
    return (
        <div className="grid grid-cols-1 gap-6">
            <Rich pieces={topic.pieces} headings={3} />
            {shown.map((reply) => (
                <section key={reply.id} className="rounded-8 border border-line p-4">
                    <h3 className="mb-1 text-sm">{answer ? m.accepted_answer : m.reply_by(reply.author.name)}</h3>
                    <Rich pieces={reply.pieces} headings={4} />
                </section>
            ))}
        </div>
    );
}

function useSettled(text: string): string {
    const [settled, setSettled] = useState(text);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(text), moment);
        return () => clearTimeout(timer);
    }, [text]);
    return settled;
}
