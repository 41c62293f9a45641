// What is written about rounds. After each, every figure on the screen is asked again.
import { queries, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";

const again = () => queries.invalidateQueries();

export function useRounds() {
    const pair = usePair();

    const failed = (error: unknown) => {
        const refusal = refusalOf(error);
        const said = refusal.problems.map((one) => pair(one.problem, one.problem_en)).join(" ");
        toast([pair(refusal.message, refusal.message_en), said].filter(Boolean).join(" "), { tone: "bad" });
    };
    const path = (round: number) => ({ params: { path: { round } } });

    /** These throw `Refusal`, for a form to show. */
    const open = async (round: number) => {
        await server.POST("/nominations/{round}/opening", path(round));
        await again();
    };
    const cancel = async (round: number, reason: string) => {
        await server.POST("/nominations/{round}/cancellation", { ...path(round), body: { reason } });
        await again();
    };
    const answer = async (round: number, unit: number, body: Schema<"AnswerInput">) => {
        await server.PUT("/nominations/{round}/sections/{unit}", { params: { path: { round, unit } }, body });
        await again();
    };
    const ask = async (round: number, sections: Schema<"AskSection">[]) => {
        await server.PUT("/nominations/{round}/sections", { ...path(round), body: { sections } });
        await again();
    };
    const remind = async (round: number, units: number[]) => {
        const { data } = await server.POST("/nominations/{round}/reminders", { ...path(round), body: { units } });
        await again();
        return data?.sections ?? 0;
    };
    const apply = async (round: number, reason: string) => {
        await server.POST("/nominations/{round}/applications", { ...path(round), body: { reason } });
        await again();
    };
    const withdraw = async (round: number) => {
        await server.POST("/nominations/{round}/withdrawal", path(round));
        await again();
    };
    const consent = async (nominee: number, consents: boolean, reason: string) => {
        await server.POST("/nominees/{id}/consent", { params: { path: { id: nominee } }, body: { consents, reason } });
        await again();
    };
    const select = async (round: number, body: Schema<"SelectionInput">) => {
        await server.POST("/nominations/{round}/selection", { ...path(round), body });
        await again();
    };
    const decide = async (round: number, body: Schema<"AppointmentDecision">) => {
        const { data } = await server.POST("/nominations/{round}/decision", { ...path(round), body });
        await again();
        return data;
    };
    return { open, cancel, answer, ask, remind, apply, withdraw, consent, select, decide, failed };
}
