import { useEffect, useRef, useState } from "react";
import { server } from "../../api/client.ts";
import { useEvents } from "../../api/events.ts";
import { askTopicAgain, changeTopic, joined, type Topic } from "./topics.ts";

interface Told {
    topic: number;
    /** 0: the topic itself. */
    reply: number;
}

// Many may be looking at the same topic: they do not all ask in the same moment.
const spread = 1_500;

/** What is shown of a topic while others write: replies that come wait to be asked for, so that nothing moves under the eyes. */
export function useLiveTopic(topic: Topic) {
    const newest = topic.replies.at(-1)?.id ?? 0;
    const [until, setUntil] = useState(newest);
    const last = useRef(newest);
    last.current = newest;
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
    useEffect(() => () => clearTimeout(timer.current), []);

    const fetchNew = async () => {
        const { data } = await server.GET("/topics/{id}/replies", {
            params: { path: { id: topic.id }, query: { after: last.current } },
        });
        if (data) changeTopic(topic.id, (before) => ({ ...before, replies: joined(before.replies, data.replies) }));
    };
    useEvents("hiroba", (data) => {
        const told = JSON.parse(data) as Told;
        if (told.topic !== topic.id) return;
        if (told.reply > last.current) return void fetchNew().catch(() => {});
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void askTopicAgain(topic.id), Math.random() * spread);
    });
    return {
        shown: topic.replies.filter(({ id }) => id <= until),
        waiting: topic.replies.filter(({ id }) => id > until).length,
        showAll: () => setUntil(Number.MAX_SAFE_INTEGER),
        show: () => setUntil(newest),
        /** One's own reply is shown at once, and what came before it. */
        fetchNew,
    };
}

export type Live = ReturnType<typeof useLiveTopic>;
