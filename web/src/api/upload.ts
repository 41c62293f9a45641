import { downloadUrl, whenSessionOver } from "./client.ts";
import { refusalFrom, refusalOf } from "./refusal.ts";

/** What goes beside a text, as the server keeps it. */
export interface Attachment {
    id: number;
    name: string;
    media_type: string;
    size: number;
    /** May stand within the text. */
    picture: boolean;
}

interface Watch {
    /** From 0 to 1. */
    onProgress: (share: number) => void;
    signal: AbortSignal;
}

/** Sends a file to stand beside a text, and says how much of it has left; throws `Refusal`. */
export function upload(file: File, name: string, { onProgress, signal }: Watch): Promise<Attachment> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("PUT", downloadUrl("/attachments", { name }));
        request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
        request.onerror = () => reject(refusalOf(null));
        request.onabort = () => reject(signal.reason);
        request.onload = () => {
            const answer = new Response(request.responseText, { status: request.status, headers: headersOf(request) });
            if (answer.ok) return resolve(JSON.parse(request.responseText));
            if (answer.status === 401) whenSessionOver();
            refusalFrom(answer).then(reject, reject);
        };
        signal.addEventListener("abort", () => request.abort());
        request.send(file);
    });
}

function headersOf(request: XMLHttpRequest): Headers {
    const headers = new Headers();
    for (const name of ["retry-after", "x-request-id"]) {
        const value = request.getResponseHeader(name);
        if (value) headers.set(name, value);
    }
    return headers;
}
