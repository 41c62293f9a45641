// A form's state: what was typed (kept through reloads), what is wrong with it (here or by the server's word), and sending it once.
import { useEffect, useId, useRef, useState } from "react";
import * as v from "valibot";
import { type Refusal, refusalOf } from "../api/refusal.ts";
import { usePair, useWords } from "../i18n/words.ts";
import { words } from "./words.ts";

type Values = Record<string, unknown>;
export type Errors<T> = Partial<Record<keyof T & string, string>>;

export interface FormState<T extends Values> {
    id: string;
    values: T;
    errors: Errors<T>;
    /** Refused as a whole: no single field is to blame. */
    refusal: Refusal | null;
    pending: boolean;
    restored: boolean;
    /** Counts failed attempts, so that the summary knows when to take the focus. */
    attempts: number;
    set: <K extends keyof T & string>(name: K, value: T[K]) => void;
    /** What a field of the kit needs: `<TextField label=… {...form.field("reason")} />`. */
    field: <K extends keyof T & string>(
        name: K,
    ) => { id: string; name: K; value: T[K]; onChange: (value: T[K]) => void; error: string | undefined };
    submit: () => Promise<void>;
    discard: () => void;
}

interface Options<T extends Values> {
    initial: T;
    /** Checks before the server is asked; a plain message on an action replaces ours. */
    check?: v.GenericSchema<T, unknown>;
    save: (values: T) => Promise<unknown>;
    /** Keeps what was typed under this name until it is saved. Never for passwords. */
    draft?: string;
}

const draftKey = (name: string) => `hagukumi.draft.${window.location.pathname.split("/")[1]}.${name}`;

function draftOf<T>(name: string | undefined): Partial<T> | null {
    if (!name) return null;
    try {
        return JSON.parse(sessionStorage.getItem(draftKey(name)) ?? "null");
    } catch {
        return null;
    }
}

/** Server problems by field: `/roles/0/unit` belongs to `roles`. */
export function fieldOf(pointer: string): string {
    return pointer.split("/")[1]?.replaceAll("~1", "/").replaceAll("~0", "~") ?? "";
}

/** What was typed and not saved. The rest is left to the server: it may say something newer by the next time. */
export function typedOf<T extends Values>(initial: T, values: T): Partial<T> {
    const same = (name: string) => JSON.stringify(initial[name]) === JSON.stringify(values[name]);
    return Object.fromEntries(Object.entries(values).filter(([name]) => !same(name))) as Partial<T>;
}

export function useForm<T extends Values>({ initial, check, save, draft }: Options<T>): FormState<T> {
    const id = useId();
    const m = useWords(words);
    const pair = usePair();
    const [restored, setRestored] = useState(() => draftOf<T>(draft) !== null);
    const [values, setValues] = useState<T>(() => ({ ...initial, ...draftOf<T>(draft) }));
    const [errors, setErrors] = useState<Errors<T>>({});
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [pending, setPending] = useState(false);
    const [attempts, setAttempts] = useState(0);
    const sending = useRef(false);

    const touched = useRef(false);
    const begun = useRef(initial);
    useEffect(() => {
        if (!draft || !touched.current) return;
        const typed = typedOf(begun.current, values);
        if (Object.keys(typed).length === 0) sessionStorage.removeItem(draftKey(draft));
        else sessionStorage.setItem(draftKey(draft), JSON.stringify(typed));
    }, [draft, values]);

    const discard = () => {
        if (draft) sessionStorage.removeItem(draftKey(draft));
        touched.current = false;
        setValues(initial);
        setRestored(false);
        setErrors({});
        setRefusal(null);
    };

    const set: FormState<T>["set"] = (name, value) => {
        touched.current = true;
        setValues((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _, ...others }) => others as Errors<T>);
    };

    const refuse = (wrong: Errors<T>, whole: Refusal | null) => {
        setErrors(wrong);
        setRefusal(whole);
        setAttempts((n) => n + 1);
    };

    const submit = async () => {
        if (sending.current) return;
        const wrong = check ? problemsIn(check, values, m.check) : {};
        if (Object.keys(wrong).length > 0) return refuse(wrong as Errors<T>, null);
        sending.current = true;
        setPending(true);
        try {
            await save(values);
            if (draft) sessionStorage.removeItem(draftKey(draft));
            touched.current = false;
            setRestored(false);
            setErrors({});
            setRefusal(null);
        } catch (error) {
            const refused = refusalOf(error);
            const known = refused.problems.filter(({ pointer }) => fieldOf(pointer) in values);
            const byField = Object.fromEntries(known.map((p) => [fieldOf(p.pointer), pair(p.problem, p.problem_en)]));
            refuse(byField as Errors<T>, known.length === 0 ? refused : null);
        } finally {
            sending.current = false;
            setPending(false);
        }
    };

    return {
        id,
        values,
        errors,
        refusal,
        pending,
        restored,
        attempts,
        set,
        field: (name) => ({
            id: `${id}-${name}`,
            name,
            value: values[name],
            onChange: (value) => set(name, value),
            error: errors[name],
        }),
        submit,
        discard,
    };
}

type CheckWords = { empty: string; too_short: (n: number) => string; too_long: (n: number) => string; format: string };

function problemsIn<T extends Values>(check: v.GenericSchema<T, unknown>, values: T, m: CheckWords): Record<string, string> {
    const result = v.safeParse(check, values);
    if (result.success) return {};
    const found: Record<string, string> = {};
    for (const issue of result.issues) {
        const name = String(issue.path?.[0]?.key ?? "");
        found[name] ??= explain(issue, m);
    }
    return found;
}

function explain(issue: v.BaseIssue<unknown>, m: CheckWords): string {
    // valibot's own message begins with "Invalid"; ours, given at the action, does not.
    if (!issue.message.startsWith("Invalid")) return issue.message;
    if (issue.input === "" || issue.input === null || issue.input === undefined) return m.empty;
    const limit = "requirement" in issue && typeof issue.requirement === "number" ? issue.requirement : 0;
    if (issue.type === "min_length") return m.too_short(limit);
    if (issue.type === "max_length") return m.too_long(limit);
    return m.format;
}
