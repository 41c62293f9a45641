// A form over something that others may change too: which revision it began with, and what was saved meanwhile.
import { useState } from "react";
import { refusalOf } from "../api/refusal.ts";
import type { Saved } from "./useDocument.ts";

interface Way<T> {
    begun: Saved<T>;
    /** Asked when somebody else was first. */
    get: () => Promise<Saved<T>>;
}

export function useRevision<T>({ begun, get }: Way<T>) {
    const [known, setKnown] = useState(begun);
    const [theirs, setTheirs] = useState<Saved<T> | null>(null);
    return {
        base: known.values,
        revision: known.revision,
        theirs,
        /** Sends with the revision known here; when somebody was first, what they saved is fetched beside the refusal. */
        guard:
            <R>(save: (values: T, revision: number) => Promise<R>) =>
            async (values: T) => {
                try {
                    return await save(values, known.revision);
                } catch (error) {
                    if (refusalOf(error).code === "changed_meanwhile") setTheirs(await get());
                    throw error;
                }
            },
        /** The choice was made: what is typed from here on goes on from what they saved. */
        goOn: () => {
            if (theirs) setKnown(theirs);
            setTheirs(null);
        },
    };
}
