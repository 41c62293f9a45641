// What is written about a person's skills, each with its answer put on the screen at once and a way back.
import { api, queries, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";
import { newestId } from "./standing.ts";
import { words } from "./words.ts";

type PersonSkills = Schema<"PersonSkills">;
export type EvidenceInput = Schema<"EvidenceInput">;
export type Evidence = Schema<"Evidence">;

export function useRecord(staff: number) {
    const m = useWords(words);
    const pair = usePair();
    const { on } = useAsOf();
    const page = api.queryOptions("get", "/staff/{staff}/page", { params: { path: { staff }, query: { on } } });

    const show = (skills: PersonSkills | undefined) => {
        if (!skills) return;
        queries.setQueryData(page.queryKey, (before) => before && { ...before, skills });
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === "/home" || queryKey[1] === "/gap/people" });
    };
    const failed = (error: unknown) => {
        const refusal = refusalOf(error);
        toast(pair(refusal.message, refusal.message_en), { tone: "bad" });
    };
    const takeBack = async (id: number) =>
        show((await server.DELETE("/evidence/{evidence}", { params: { path: { evidence: id } } })).data);

    /** Throws `Refusal`, for a form to show. */
    const add = async (skill: string, input: EvidenceInput, said: string) => {
        const { data } = await server.POST("/staff/{staff}/skills/{code}/evidence", {
            params: { path: { staff, code: skill } },
            body: input,
        });
        show(data);
        const row = data?.rows.find((one) => one.skill === skill);
        const id = row && newestId(row);
        toast(said, { undo: id === undefined ? undefined : () => void takeBack(id).catch(failed) });
    };
    const withdraw = async (skill: string, { id, kind, holds, dated_on, valid_until, source, note }: Evidence) => {
        if (id === null) return;
        await takeBack(id);
        const again = { kind, holds, dated_on, valid_until, source, note };
        toast(m.withdrawn, { undo: () => void add(skill, again, m.added).catch(failed) });
    };
    const decide = async (skill: string, needed: boolean, reason: string) => {
        const { data } = await server.POST("/staff/{staff}/skills/{code}/decision", {
            params: { path: { staff, code: skill } },
            body: { needed, reason },
        });
        show(data);
        toast(m.decided_done);
    };
    return { add, withdraw, decide, failed };
}
