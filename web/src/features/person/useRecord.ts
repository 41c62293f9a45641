// What is written about a person's skills, each with a way back. A write says only that it is kept; what it changes is read anew.
import { queries, server } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";
import { words } from "./words.ts";

export type EvidenceInput = Schema<"EvidenceInput">;
export type Evidence = Schema<"Evidence">;

/** What is shown of somebody's skills. */
const shown: readonly unknown[] = ["/staff/{staff}/page", "/home", "/gap/people"];
const readAnew = () => queries.invalidateQueries({ predicate: ({ queryKey }) => shown.includes(queryKey[1]) });

export function useRecord(staff: number) {
    const m = useWords(words);
    const pair = usePair();

    const failed = (error: unknown) => void toast(saidOf(refusalOf(error), pair), { tone: "bad" });
    const takeBack = async (id: number) => {
        await server.DELETE("/evidence/{evidence}", { params: { path: { evidence: id } } });
        await readAnew();
    };

    /** Throws `Refusal`, for a form to show. */
    const add = async (skill: string, input: EvidenceInput, said: string) => {
        const { data } = await server.POST("/staff/{staff}/skills/{code}/evidence", {
            params: { path: { staff, code: skill } },
            body: input,
        });
        await readAnew();
        const id = data?.id ?? null;
        toast(said, { undo: id === null ? undefined : () => void takeBack(id).catch(failed) });
    };
    const withdraw = async (skill: string, { id, kind, holds, dated_on, valid_until, source, note }: Evidence) => {
        if (id === null) return;
        await takeBack(id);
        const again = { kind, holds, dated_on, valid_until, source, note };
        toast(m.withdrawn, { undo: () => void add(skill, again, m.added).catch(failed) });
    };
    const decide = async (skill: string, needed: boolean, reason: string) => {
        await server.POST("/staff/{staff}/skills/{code}/decision", {
            params: { path: { staff, code: skill } },
            body: { needed, reason },
        });
        await readAnew();
        toast(m.decided_done);
    };
    return { add, withdraw, decide, failed };
}
