import { QueryClient } from "@tanstack/react-query";
import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import { city } from "./city.ts";
import { Refusal, refusalFrom } from "./refusal.ts";
import type { paths } from "./schema.gen.ts";

let onSignedOut: (() => void) | null = null;

/** Called when the server says the session is over. The sign-in page sets none. */
export function whenSignedOut(action: (() => void) | null) {
    onSignedOut = action;
}

/** For what is sent past the typed client. */
export const whenSessionOver = () => onSignedOut?.();

const refusals: Middleware = {
    async onResponse({ response, schemaPath }) {
        if (response.ok) return;
        const refusal = await refusalFrom(response);
        if (refusal.status === 401 && schemaPath !== "/session") onSignedOut?.();
        throw refusal;
    },
};

/** Calls outside React; throws `Refusal` for every answer that is not 2xx. */
export const server = createFetchClient<paths>({ baseUrl: `/${city}/api` });
server.use(refusals);

/** `api.useQuery("get", "/staff", {params: {query: {on}}})`, `api.useMutation("post", "/imports")`. */
export const api = createQueryHooks(server);

type Given = string | number | boolean | undefined;

/** The address of a download, for a plain link. */
export function downloadUrl(path: string, query: Record<string, Given | readonly Given[]> = {}): string {
    const given = Object.entries(query).flatMap(([name, value]) =>
        [value].flat().flatMap((one) => (one === undefined || one === "" ? [] : [[name, String(one)]])),
    );
    const text = new URLSearchParams(given).toString();
    return `/${city}/api${path}${text ? `?${text}` : ""}`;
}

/** Sends a file as it is: the whole body, no multipart. */
export async function sendFile<T>(path: string, file: File, query: Record<string, string> = {}): Promise<T> {
    const response = await fetch(downloadUrl(path, { name: file.name, ...query }), { method: "PUT", body: file });
    if (!response.ok) {
        if (response.status === 401) onSignedOut?.();
        throw await refusalFrom(response);
    }
    return (await response.json()) as T;
}

export const queries = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 30_000,
            // A refusal stays a refusal; only a server that is busy or away is asked again.
            retry: (failures, error) => {
                const refused: unknown = error;
                if (refused instanceof Refusal && refused.status !== 503) return false;
                return failures < 2;
            },
            refetchOnWindowFocus: false,
        },
    },
});

/** What the screen shows is asked for again, but for what `meta: { frozen: true }` keeps as it was when it was asked for. */
export const askAgain = () => void queries.invalidateQueries({ predicate: ({ meta }) => !meta?.frozen });
