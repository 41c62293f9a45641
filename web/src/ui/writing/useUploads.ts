import { useEffect, useRef, useState } from "react";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { type Attachment, upload } from "../../api/upload.ts";
import { type FileProblem, problemOf } from "./files.ts";

/** A file on its way, or why it is not. */
export interface Upload {
    key: number;
    name: string;
    share: number;
    problem: FileProblem | null;
    refusal: Refusal | null;
}

/** Sends the files one after the other; each that has arrived is handed over. */
export function useUploads(count: number, arrived: (file: Attachment) => void) {
    const [uploads, setUploads] = useState<readonly Upload[]>([]);
    const next = useRef(1);
    const stops = useRef(new Map<number, AbortController>());
    const line = useRef<Promise<void>>(Promise.resolve());
    const hand = useRef(arrived);
    useEffect(() => {
        hand.current = arrived;
    });
    // Whoever leaves the page does not wait for the rest.
    useEffect(() => {
        const going = stops.current;
        return () => {
            for (const stop of going.values()) stop.abort();
        };
    }, []);

    const change = (key: number, to: Partial<Upload>) =>
        setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
    const forget = (key: number) => {
        stops.current.get(key)?.abort();
        stops.current.delete(key);
        setUploads((all) => all.filter((one) => one.key !== key));
    };
    const send = async (file: File, name: string, key: number, signal: AbortSignal) => {
        if (signal.aborted) return;
        try {
            const taken = await upload(file, name, { signal, onProgress: (share) => change(key, { share }) });
            if (!signal.aborted) hand.current(taken);
            forget(key);
        } catch (error) {
            if (!signal.aborted) change(key, { refusal: refusalOf(error) });
        }
    };
    const take = (files: readonly File[], nameOf: (file: File) => string = ({ name }) => name) => {
        for (const [at, file] of files.entries()) {
            const key = next.current++;
            const name = nameOf(file);
            const problem = problemOf({ name, size: file.size }, count + at);
            setUploads((all) => [...all, { key, name, share: 0, problem, refusal: null }]);
            if (problem) continue;
            const stop = new AbortController();
            stops.current.set(key, stop);
            line.current = line.current.then(() => send(file, name, key, stop.signal));
        }
    };
    const busy = uploads.some(({ problem, refusal }) => !problem && !refusal);
    return { uploads, take, forget, busy };
}
