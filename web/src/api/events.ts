import { useEffect, useEffectEvent } from "react";
import { askAgainAbout } from "./again.ts";
import { city } from "./city.ts";
import { askAgain } from "./client.ts";
import { type Topic, topics } from "./topics.ts";

export type { Topic };

interface Heard {
    topic: Topic;
    data: string;
}
type Listener = (heard: Heard) => void;

const listeners = new Set<Listener>();
const url = `/${city}/api/events`;

/** Begins to listen; what the screen shows is asked for again when the plan or the people changed. Returns how to stop. */
export function listen(): () => void {
    const tell = (heard: Heard) => {
        for (const listener of listeners) listener(heard);
        if (heard.topic === "plan" || heard.topic === "people") askAgain();
        askAgainAbout(heard.topic);
    };
    if (typeof SharedWorker === "undefined") return listenAlone(tell);
    const worker = new SharedWorker(new URL("./events.worker.ts", import.meta.url), { type: "module", name: "hagukumi-events" });
    const leave = () => worker.port.postMessage({ url, open: false });
    worker.port.onmessage = (message: MessageEvent<Heard>) => tell(message.data);
    worker.port.start();
    worker.port.postMessage({ url, open: true });
    window.addEventListener("pagehide", leave);
    return () => {
        window.removeEventListener("pagehide", leave);
        leave();
        worker.port.close();
    };
}

function listenAlone(tell: Listener): () => void {
    const stream = new EventSource(url);
    for (const topic of topics) {
        stream.addEventListener(topic, (event: MessageEvent<string>) => tell({ topic, data: event.data }));
    }
    return () => stream.close();
}

/** Hears one topic while the component is on the screen. */
export function useEvents(topic: Topic, heard: (data: string) => void) {
    const call = useEffectEvent(heard);
    useEffect(() => {
        const listener: Listener = (event) => {
            if (event.topic === topic) call(event.data);
        };
        listeners.add(listener);
        return () => {
            listeners.delete(listener);
        };
    }, [topic]);
}
