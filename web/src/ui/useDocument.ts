// Something long in somebody's hands: what was saved, what was typed since (kept through reloads), and what happens when somebody else
// saves in between.
import { useEffect, useState } from "react";
import { type Refusal, refusalOf } from "../api/refusal.ts";
import { useMe } from "../app/session.ts";

type Values = Record<string, unknown>;

export interface Saved<T> {
    revision: number;
    values: T;
}

interface Work<T> extends Saved<T> {
    /** As it was saved when this work began. */
    base: T;
}

interface Way<T extends Values> {
    /** Under this name what is not saved stays in the tab. */
    name: string;
    saved: Saved<T>;
    put: (work: Saved<T>) => Promise<Saved<T>>;
    /** Asked again when somebody else was first. */
    get: () => Promise<Saved<T>>;
}

const begun = <T>({ revision, values }: Saved<T>): Work<T> => ({ revision, values, base: values });

function left<T>(key: string): Work<T> | null {
    try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
    } catch {
        return null;
    }
}

export function useDocument<T extends Values>({ name, saved, put, get }: Way<T>) {
    const { account, municipality } = useMe();
    const key = `hagukumi.document.${municipality.slug}.${account}.${name}`;
    const [work, setWork] = useState<Work<T>>(() => left<T>(key) ?? begun(saved));
    const [restored, setRestored] = useState(() => left(key) !== null);
    const [theirs, setTheirs] = useState<Saved<T> | null>(null);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [saving, setSaving] = useState(false);
    const dirty = JSON.stringify(work.values) !== JSON.stringify(work.base);

    useEffect(() => {
        if (dirty) sessionStorage.setItem(key, JSON.stringify(work));
        else sessionStorage.removeItem(key);
    }, [dirty, key, work]);

    const settle = (now: Saved<T>) => {
        setWork(begun(now));
        setTheirs(null);
        setRefusal(null);
        setRestored(false);
    };
    /** True once everything is saved. */
    const save = async (): Promise<boolean> => {
        if (saving) return false;
        setSaving(true);
        setRefusal(null);
        try {
            settle(await put(work));
            return true;
        } catch (error) {
            const refused = refusalOf(error);
            if (refused.code === "changed_meanwhile") await get().then(setTheirs, (again) => setRefusal(refusalOf(again)));
            else setRefusal(refused);
            return false;
        } finally {
            setSaving(false);
        }
    };
    return {
        values: work.values,
        base: work.base,
        dirty,
        restored: restored && dirty,
        theirs,
        refusal,
        saving,
        save,
        settle,
        change: (edit: (values: T) => T) => setWork((before) => ({ ...before, values: edit(before.values) })),
        set: (part: Partial<T>) => setWork((before) => ({ ...before, values: { ...before.values, ...part } })),
        letGo: () => settle({ revision: work.revision, values: work.base }),
        /** After somebody else was first: these values go on from what they saved. */
        choose: (values: T) => {
            if (!theirs) return;
            setWork({ base: theirs.values, revision: theirs.revision, values });
            setTheirs(null);
        },
    };
}

export type Document<T extends Values> = ReturnType<typeof useDocument<T>>;
