// A draft in somebody's hands: what was saved, what was typed since, and what happens when somebody else saves in between.
import { useEffect, useState } from "react";
import { queries, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import type { Survey } from "../answering/asked.ts";
import type { Edit } from "./editing.ts";
import { together } from "./merging.ts";

type Detail = Schema<"SurveyDetail">;

interface Work {
    /** As it was saved when this work began. */
    base: Survey;
    revision: number;
    survey: Survey;
}

const question = (id: number) => ({ params: { path: { id } } });

export function useEditor(detail: Detail) {
    const { municipality } = useMe();
    const { id } = detail.summary;
    const key = `hagukumi.survey.${municipality.slug}.${id}`;
    const [work, setWork] = useState<Work>(() => left(key) ?? begun(detail));
    const [restored, setRestored] = useState(() => left(key) !== null);
    const [problems, setProblems] = useState(detail.problems);
    const [theirs, setTheirs] = useState<Detail | null>(null);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const [saving, setSaving] = useState(false);
    const [unkept, setUnkept] = useState(false);
    const dirty = work.survey !== work.base;

    useEffect(() => {
        try {
            if (dirty) sessionStorage.setItem(key, JSON.stringify(work));
            else sessionStorage.removeItem(key);
            setUnkept(false);
        } catch {
            setUnkept(true);
        }
    }, [dirty, key, work]);

    const change = (edit: Edit) => setWork((before) => ({ ...before, survey: edit(before.survey) }));
    const settle = (saved: Detail) => {
        setWork(begun(saved));
        setProblems(saved.problems);
        setTheirs(null);
        setRestored(false);
        queries.setQueryData(["get", "/surveys/{id}", question(id)], saved);
        void queries.invalidateQueries({ queryKey: ["get", "/surveys"], exact: false });
    };
    /** True once everything is saved. */
    const save = async (revision = work.revision): Promise<boolean> => {
        if (saving) return false;
        setSaving(true);
        setRefusal(null);
        try {
            const { data } = await server.PUT("/surveys/{id}", { ...question(id), body: { revision, survey: work.survey } });
            if (data) settle(data);
            return data !== undefined;
        } catch (error) {
            const refused = refusalOf(error);
            if (refused.code !== "changed_meanwhile") setRefusal(refused);
            else
                await server
                    .GET("/surveys/{id}", question(id))
                    .then(({ data }) => setTheirs(data ?? null))
                    .catch((again: unknown) => setRefusal(refusalOf(again)));
            return false;
        } finally {
            setSaving(false);
        }
    };
    const adopt = (other: Detail, survey: Survey) => {
        setWork({ base: other.survey, revision: other.summary.revision, survey });
        setProblems(other.problems);
        setTheirs(null);
    };
    return {
        survey: work.survey,
        base: work.base,
        dirty,
        restored,
        unkept,
        problems,
        theirs,
        refusal,
        saving,
        change,
        save,
        /** Whatever was there before stays in the caller's hands, for an undo. */
        replace: (survey: Survey) => setWork((before) => ({ ...before, survey })),
        letGo: () => {
            setWork(begun(detail));
            setRestored(false);
        },
        merge: (other: Detail) => adopt(other, together(work.base, work.survey, other.survey)),
        takeTheirs: (other: Detail) => adopt(other, other.survey),
        keepMine: (other: Detail) => save(other.summary.revision),
    };
}

export type Editor = ReturnType<typeof useEditor>;

const begun = (detail: Detail): Work => ({
    base: detail.survey,
    revision: detail.summary.revision,
    survey: detail.survey,
});

function left(key: string): Work | null {
    try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
    } catch {
        return null;
    }
}
