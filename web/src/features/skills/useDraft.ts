// A draft of the map while it is edited: what was changed here stands over what the server had, and is sent one change at a time.
import { useCallback, useMemo, useRef, useState } from "react";
import { api, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { cellKey, type MarkOrBlank, mapOfPlan, type PlanTables, type SkillMap } from "./map.ts";

interface Change {
    category: string;
    skill: string;
    before: MarkOrBlank;
    after: MarkOrBlank;
}

export interface Draft {
    version: number;
    title: string;
    map: SkillMap;
    /** Only a draft can be changed. */
    open: boolean;
    saved: number;
    /** The change the server did not take. */
    refusal: Refusal | null;
    /** What is written for the cell itself, without inheritance. */
    ownMark: (category: string, skill: string) => MarkOrBlank;
    setMark: (category: string, skill: string, mark: MarkOrBlank) => void;
    undo: (() => void) | undefined;
    reload: () => void;
}

/** The plan's own cells with the marks set here laid over them. */
export function withMarks(plan: PlanTables, marks: ReadonlyMap<string, Change>): PlanTables {
    if (marks.size === 0) return plan;
    const own = new Map(plan.requirements.map((one) => [cellKey(one.category, one.skill), one]));
    for (const [key, { category, skill, after }] of marks) {
        if (after === null) own.delete(key);
        else own.set(key, { ...(own.get(key) ?? { ...blank, category, skill }), mark: after });
    }
    return { ...plan, requirements: [...own.values()] };
}

const blank = {
    scope: "unspecified",
    qualifier: "",
    confidence: "certain",
    note: "",
    alternative: "",
    clause: "",
} as const satisfies Partial<PlanTables["requirements"][number]>;

export function useDraft(version: number) {
    const query = api.useQuery("get", "/plan/versions/{version}", { params: { path: { version } } });
    const [marks, setMarks] = useState<ReadonlyMap<string, Change>>(new Map());
    const [done, setDone] = useState<readonly Change[]>([]);
    const [saved, setSaved] = useState(0);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const revision = useRef<number>(null);
    const sending = useRef(Promise.resolve());
    const held = useRef(false);
    revision.current ??= query.data?.version.revision ?? null;

    const send = useCallback(
        ({ category, skill, after }: Change) => {
            sending.current = sending.current.then(async () => {
                if (held.current) return;
                try {
                    const { data } = await server.PATCH("/plan/versions/{version}/cells", {
                        params: { path: { version } },
                        body: { revision: revision.current ?? 0, cells: [{ category, skill, mark: after }] },
                    });
                    if (data) revision.current = data.revision;
                    setSaved((n) => n + 1);
                } catch (error) {
                    held.current = true;
                    setRefusal(refusalOf(error));
                }
            });
        },
        [version],
    );

    const plan = useMemo(() => query.data && withMarks(query.data.plan as unknown as PlanTables, marks), [query.data, marks]);
    const map = useMemo(() => plan && mapOfPlan(plan), [plan]);

    const put = (change: Change) => {
        setMarks((now) => new Map(now).set(cellKey(change.category, change.skill), change));
        send(change);
    };
    const ownMark: Draft["ownMark"] = (category, skill) =>
        plan?.requirements.find((one) => one.category === category && one.skill === skill)?.mark ?? null;
    const setMark: Draft["setMark"] = (category, skill, after) => {
        if (refusal) return;
        const before = ownMark(category, skill);
        const change = { category, skill, before, after };
        setDone((all) => [...all, change]);
        put(change);
    };
    const last = done.at(-1);
    const undo = () => {
        if (!last || refusal) return;
        setDone((all) => all.slice(0, -1));
        put({ ...last, before: last.after, after: last.before });
    };
    const reload = () => {
        setMarks(new Map());
        setDone([]);
        void query.refetch().then(({ data }) => {
            revision.current = data?.version.revision ?? null;
            held.current = false;
            setRefusal(null);
        });
    };
    const draft: Draft | undefined =
        query.data && map
            ? {
                  version,
                  title: query.data.version.title,
                  map,
                  open: query.data.version.status === "draft",
                  saved,
                  refusal,
                  ownMark,
                  setMark,
                  undo: last && undo,
                  reload,
              }
            : undefined;
    return { query, draft };
}
