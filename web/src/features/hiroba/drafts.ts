// What is being written: in this tab at once, on the server a moment later, so that it is there on the next device too.
import { useEffect, useState } from "react";
import { queries, server } from "../../api/client.ts";
import { Keeper, type Kept } from "../../api/keeping.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Attachment } from "../../api/upload.ts";
import { useMe } from "../../app/session.ts";

export interface Written {
    channel: number | null;
    title: string;
    text: string;
    tags: string[];
    files: readonly Attachment[];
}

export const draftQuestion = (place: string) => ({ params: { path: { place } } });

export function useDraft(place: string, begun: Written) {
    const { account, municipality } = useMe();
    const [kept, setKept] = useState<Kept>("nothing");
    const [keeper] = useState(
        () =>
            new Keeper<Written>({
                key: `hagukumi.writing.${municipality.slug}.${account}.${place}`,
                store: sessionStorage,
                tell: setKept,
                refused: (error) => {
                    const { status } = refusalOf(error);
                    return status >= 400 && status < 500 && status !== 429;
                },
                send: async ({ files, ...written }) => {
                    const body = { ...written, files: files.map(({ id }) => id) };
                    await server.PUT("/hiroba/drafts/{place}", { ...draftQuestion(place), body });
                },
            }),
    );
    const [written, setWritten] = useState<Written>(() => keeper.left() ?? begun);
    useEffect(() => {
        const hurry = () => keeper.hurry();
        const hidden = () => document.visibilityState === "hidden" && keeper.hurry();
        const left = keeper.left();
        if (left) keeper.keep(left);
        window.addEventListener("online", hurry);
        document.addEventListener("visibilitychange", hidden);
        return () => {
            window.removeEventListener("online", hurry);
            document.removeEventListener("visibilitychange", hidden);
            keeper.hurry();
        };
    }, [keeper]);
    const change = (part: Partial<Written>) =>
        setWritten((before) => {
            const after = { ...before, ...part };
            keeper.keep(after);
            return after;
        });
    /** Posted, or thrown away: there is no draft any more. */
    const end = async () => {
        keeper.end();
        queries.removeQueries({ queryKey: ["get", "/hiroba/drafts/{place}", draftQuestion(place)] });
        await server.DELETE("/hiroba/drafts/{place}", draftQuestion(place)).catch(() => {});
    };
    return { written, change, kept, end };
}
