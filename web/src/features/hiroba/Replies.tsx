import { useEffect, useState } from "react";
import { server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { ReplyItem } from "./ReplyItem.tsx";
import { changeTopic, joined, type Reply, type Topic } from "./topics.ts";
import type { Live } from "./useLiveTopic.ts";
import { useReading } from "./useReading.ts";
import { words } from "./words.ts";

/** What was said, in its order. */
export function Replies({ topic, live }: { topic: Topic; live: Live }) {
    const m = useWords(words);
    const [begun] = useState(topic.read_until);
    const seen = useReading(topic);
    const { shown, waiting } = live;
    const first_new = begun > 0 ? shown.find(({ id }) => id > begun)?.id : undefined;
    useReplyInAddress();
    return (
        <Section title={m.replies(shown.length + topic.earlier)}>
            <Earlier topic={topic} />
            {first_new && (
                <p className="no-print mb-3">
                    <a href={`#reply-${first_new}`} className="link">
                        {m.to_new(shown.filter(({ id }) => id >= first_new).length)}
                    </a>
                </p>
            )}
            <ol ref={seen} className="grid grid-cols-1 gap-4">
                {shown.map((reply) => (
                    <li
                        key={reply.id}
                        className="[contain-intrinsic-size:auto_10rem] [content-visibility:auto] print:[content-visibility:visible]"
                    >
                        {reply.id === first_new && (
                            <p className="mb-2 border-primary border-b text-primary text-sm">{m.new_from_here}</p>
                        )}
                        {reply.accepted ? <InFront reply={reply} /> : <ReplyItem topic={topic} reply={reply} />}
                    </li>
                ))}
            </ol>
            <div role="status" className="no-print sticky bottom-20 z-10 mt-4 text-center desk:bottom-4">
                {waiting > 0 && (
                    <Button look="primary" size="small" icon="down" onPress={live.show}>
                        {m.new_replies(waiting)}
                    </Button>
                )}
            </div>
        </Section>
    );
}

/** The accepted reply stands before all others; here is its place in the talk. */
function InFront({ reply }: { reply: Reply }) {
    const m = useWords(words);
    return (
        <p data-reply={reply.id} className="rounded-8 border border-good border-dashed px-4 py-2 text-sm">
            <a href={`#reply-${reply.id}`} className="link">
                {m.answer_by(reply.author.name)}
            </a>{" "}
            <span className="text-quiet">
                <Moment at={reply.created_at} /> {m.stands_in_front}
            </span>
        </p>
    );
}

/** Of a long topic the beginning is fetched when somebody wants it. */
function Earlier({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const [pending, setPending] = useState(false);
    if (topic.earlier === 0) return null;
    const fetchThem = async () => {
        setPending(true);
        try {
            const { data } = await server.GET("/topics/{id}/replies", {
                params: { path: { id: topic.id }, query: { before: topic.replies.find(({ accepted }) => !accepted)?.id } },
            });
            if (data)
                changeTopic(topic.id, (before) => ({
                    ...before,
                    earlier: data.earlier,
                    replies: joined(data.replies, before.replies),
                }));
        } finally {
            setPending(false);
        }
    };
    return (
        <Button size="small" className="mb-4" pending={pending} onPress={() => void fetchThem()}>
            {m.earlier(topic.earlier)}
        </Button>
    );
}

/** A link to one reply finds it, though it was not there yet when the page opened. */
function useReplyInAddress() {
    useEffect(() => {
        const wanted = /^#reply-\d+$/.exec(window.location.hash)?.[0];
        const place = wanted && document.querySelector<HTMLElement>(wanted);
        if (!place) return;
        place.scrollIntoView({ block: "center" });
        place.focus({ preventScroll: true });
    }, []);
}
