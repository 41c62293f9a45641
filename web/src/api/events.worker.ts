// One event stream per browser however many tabs are open: the server holds one connection, every tab hears the same.
import { topics } from "./topics.ts";

interface SharedWorkerScope {
    onconnect: ((event: MessageEvent) => void) | null;
}

const scope = self as unknown as SharedWorkerScope;
const ports = new Map<string, Set<MessagePort>>();
const streams = new Map<string, EventSource>();

function open(url: string) {
    const stream = new EventSource(url);
    for (const topic of topics) {
        stream.addEventListener(topic, (event: MessageEvent<string>) => {
            for (const port of ports.get(url) ?? []) port.postMessage({ topic, data: event.data });
        });
    }
    streams.set(url, stream);
}

function close(url: string, port: MessagePort) {
    const left = ports.get(url);
    left?.delete(port);
    if (left?.size) return;
    streams.get(url)?.close();
    streams.delete(url);
    ports.delete(url);
}

scope.onconnect = (event) => {
    const port = event.ports[0];
    if (!port) return;
    port.onmessage = (message: MessageEvent<{ url: string; open: boolean }>) => {
        const { url } = message.data;
        if (!message.data.open) return close(url, port);
        const listeners = ports.get(url) ?? new Set();
        ports.set(url, listeners.add(port));
        if (streams.get(url)?.readyState === EventSource.CLOSED) streams.delete(url);
        if (!streams.has(url)) open(url);
    };
};
