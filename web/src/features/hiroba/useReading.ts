import { useEffect, useEffectEvent, useRef } from "react";
import { server } from "../../api/client.ts";
import { askListsAgain, type Topic, topicQuestion } from "./topics.ts";

const moment = 1_500;

/** Tells the server how far was read: to the last reply that has stood on the screen. */
export function useReading(topic: Topic) {
    const list = useRef<HTMLOListElement>(null);
    const read = useRef({ seen: 0, told: -1 });
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
    const count = topic.replies.length;

    const tell = useEffectEvent(() => {
        clearTimeout(timer.current);
        const { seen, told } = read.current;
        if (seen <= told || (told >= 0 && seen <= topic.read_until)) return;
        read.current.told = seen;
        const reply = Math.max(seen, topic.read_until);
        void server
            .PUT("/topics/{id}/read", { ...topicQuestion(topic.id), body: { reply } })
            .then(askListsAgain)
            .catch(() => {});
    });
    const soon = useEffectEvent(() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(tell, moment);
    });
    // biome-ignore lint/correctness/useExhaustiveDependencies: with more replies there is more to look at
    useEffect(() => {
        soon();
        const watch = new IntersectionObserver((entries) => {
            for (const { isIntersecting, target } of entries) {
                if (!isIntersecting || document.visibilityState === "hidden") continue;
                read.current.seen = Math.max(read.current.seen, Number(target.getAttribute("data-reply")));
                soon();
            }
        });
        for (const reply of list.current?.querySelectorAll("[data-reply]") ?? []) watch.observe(reply);
        return () => watch.disconnect();
    }, [count]);
    useEffect(() => () => tell(), []);
    return list;
}
