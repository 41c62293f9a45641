// What is written about runs and applications. After each, every figure on the screen is asked again.
import { queries, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Enrolment = Schema<"Enrolment">;

const again = () => queries.invalidateQueries();

export function useMoves() {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();

    const failed = (error: unknown) => {
        const refusal = refusalOf(error);
        const said = refusal.problems.map((one) => pair(one.problem, one.problem_en)).join(" ");
        toast([pair(refusal.message, refusal.message_en), said].filter(Boolean).join(" "), { tone: "bad" });
    };
    const stands = ({ status, place }: Enrolment) => (status === "waiting" ? t.waiting_at(place) : t.enrolment[status]);

    /** These throw `Refusal`, for a form to show. After applying, the caller asks `again` once it has said what follows. */
    const apply = async (run: number, reason: string) =>
        (await server.POST("/runs/{run}/enrolments", { params: { path: { run } }, body: { reason } })).data;
    const recommend = async (run: number, body: Schema<"RecommendInput">) => {
        const { data } = await server.POST("/runs/{run}/recommendations", { params: { path: { run } }, body });
        await again();
        return data;
    };
    const withdraw = async (id: number, reason: string) => {
        await server.POST("/enrolments/{id}/withdrawal", { params: { path: { id } }, body: { reason } });
        toast(m.withdrawn);
        await again();
    };
    const decline = async (id: number, reason: string) => {
        await server.POST("/enrolments/{id}/decline", { params: { path: { id } }, body: { reason } });
        toast(m.declined);
        await again();
    };
    const release = async (id: number, name: string) => {
        const { data } = await server.POST("/enrolments/{id}/release", { params: { path: { id } } });
        if (data) toast(m.released(name, stands(data)));
        await again();
    };
    return { again, apply, recommend, withdraw, decline, release, stands, failed };
}
