import { useState } from "react";
import { type Refusal, refusalOf } from "../../api/refusal.ts";

export interface Text {
    revision: number;
    title: string;
    text: string;
}

interface Way {
    /** As it was when the editing began. */
    begun: Text;
    /** Saves it over the revision given. */
    save: (text: Text) => Promise<unknown>;
    /** As it stands now, after somebody else saved it. */
    theirs: () => Promise<Text>;
    onDone: () => void;
}

/** A text that two may have in their hands: who comes second sees both and chooses; nothing typed is lost. */
export function useTwoHands({ begun, save, theirs, onDone }: Way) {
    const [mine, setMine] = useState(begun);
    const [other, setOther] = useState<Text | null>(null);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [pending, setPending] = useState(false);
    const send = async (text = mine) => {
        if (pending) return;
        setPending(true);
        setRefusal(null);
        try {
            await save(text);
            onDone();
        } catch (error) {
            const refused = refusalOf(error);
            if (refused.code === "changed_meanwhile") await theirs().then(setOther, (again) => setRefusal(refusalOf(again)));
            else setRefusal(refused);
        } finally {
            setPending(false);
        }
    };
    const choose = (text: Text) => {
        setMine(text);
        setOther(null);
    };
    return {
        mine,
        other,
        refusal,
        pending,
        change: (part: Partial<Text>) => setMine((before) => ({ ...before, ...part })),
        send,
        takeTheirs: (now: Text) => choose(now),
        keepMine: (now: Text) => void choose({ ...mine, revision: now.revision }),
        keepBoth: (now: Text) => choose(bothOf(mine, now)),
    };
}

/** Theirs, and below it mine where the two differ, to be put together by hand. */
export function bothOf(mine: Text, now: Text): Text {
    if (mine.text === now.text) return { ...mine, revision: now.revision };
    return { revision: now.revision, title: mine.title, text: `${now.text}\n\n---\n\n${mine.text}` };
}

export type TwoHands = ReturnType<typeof useTwoHands>;
