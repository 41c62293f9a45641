// What is written at the desk. After each, what the screen shows is asked for again.
import { queries, server } from "../../api/client.ts";
import { overRead } from "../../api/overRead.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { usePair } from "../../i18n/words.ts";
import { toast } from "../../ui/toasts.ts";

const path = (id: number) => ({ params: { path: { id } } });

async function after<T>(written: Promise<T>): Promise<T> {
    const answer = await written;
    await queries.invalidateQueries();
    return answer;
}

/** These throw `Refusal`, for a form to show. */
export const desk = {
    ask: (body: Schema<"NewConsultation">) => after(server.POST("/consultations", { body })),
    change: (id: number, body: Schema<"ConsultationChange">) => after(server.PATCH("/consultations/{id}", { ...path(id), body })),
    withdraw: (id: number, body: Schema<"StepReason">) =>
        after(server.POST("/consultations/{id}/withdrawal", { ...path(id), body })),
    consent: (id: number, body: Schema<"PublicationConsent">) =>
        after(overRead(server.PUT("/consultations/{id}/consent", { ...path(id), body }))),
    move: (id: number, body: Schema<"DeskStageMove">) => after(server.POST("/consultations/{id}/stage", { ...path(id), body })),
    setDue: (id: number, body: Schema<"DueInput">) => after(server.PUT("/consultations/{id}/due", { ...path(id), body })),
    assign: (id: number, body: Schema<"OwnerInput">) => after(server.PUT("/consultations/{id}/owner", { ...path(id), body })),
    moveToSubject: (id: number, body: Schema<"SubjectInput">) =>
        after(server.PUT("/consultations/{id}/subject", { ...path(id), body })),
    finish: (id: number, body: Schema<"OutcomeInput">) =>
        after(server.POST("/consultations/{id}/outcome", { ...path(id), body })),
    reopen: (id: number, body: Schema<"StepReason">) =>
        after(server.POST("/consultations/{id}/reopening", { ...path(id), body })),
    say: (id: number, body: Schema<"MessageInput">) => after(server.POST("/consultations/{id}/messages", { ...path(id), body })),
    rewrite: (id: number, body: Schema<"MessageChange">) =>
        after(server.PATCH("/consultation-messages/{id}", { ...path(id), body })),
    addVisit: (id: number, body: Schema<"VisitForm">) => after(server.POST("/consultations/{id}/visits", { ...path(id), body })),
    changeVisit: (id: number, body: Schema<"VisitChange">) =>
        after(server.PATCH("/consultation-visits/{id}", { ...path(id), body })),
    dropVisit: (id: number) => after(server.DELETE("/consultation-visits/{id}", path(id))),
    publish: (id: number, body: Schema<"PublicationInput">) =>
        after(server.POST("/consultations/{id}/publication", { ...path(id), body })),
    handOver: (body: Schema<"HandOver">) => after(server.POST("/desk/hand-over", { body })),
    book: (id: number, body: Schema<"BookingInput">) => after(server.POST("/desk/slots/{id}/bookings", { ...path(id), body })),
    unbook: (id: number) => after(server.DELETE("/desk/bookings/{id}", path(id))),
    addSubject: (body: Schema<"SubjectForm">) => after(server.POST("/desk/subjects", { body })),
    changeSubject: (id: number, body: Schema<"SubjectChange">) =>
        after(server.PATCH("/desk/subjects/{id}", { ...path(id), body })),
    addSlot: (body: Schema<"SlotForm">) => after(server.POST("/desk/slots", { body })),
    changeSlot: (id: number, body: Schema<"SlotChange">) => after(server.PATCH("/desk/slots/{id}", { ...path(id), body })),
    cancelSlot: (id: number, reason: string) =>
        after(server.POST("/desk/slots/{id}/cancellation", { ...path(id), body: { reason } })),
    addScheme: (body: Schema<"SchemeForm">) => after(server.POST("/adviser-schemes", { body })),
    changeScheme: (id: number, body: Schema<"SchemeChange">) =>
        after(server.PATCH("/adviser-schemes/{id}", { ...path(id), body })),
    addEngagement: (body: Schema<"EngagementForm">) => after(server.POST("/adviser-engagements", { body })),
    changeEngagement: (id: number, body: Schema<"EngagementChange">) =>
        after(server.PATCH("/adviser-engagements/{id}", { ...path(id), body })),
    cancelEngagement: (id: number, revision: number) =>
        after(server.POST("/adviser-engagements/{id}/cancellation", { ...path(id), body: { revision } })),
    addAdviserVisit: (id: number, body: Schema<"AdviserVisitForm">) =>
        after(server.POST("/adviser-engagements/{id}/visits", { ...path(id), body })),
    dropAdviserVisit: (id: number, visit: number) =>
        after(server.DELETE("/adviser-engagements/{id}/visits/{visit}", { params: { path: { id, visit } } })),
    report: (id: number, body: Schema<"EngagementReport">) =>
        after(server.PUT("/adviser-engagements/{id}/report", { ...path(id), body })),
};

/** For what has no form around it: the refusal is said in passing. */
export function useFailed() {
    const pair = usePair();
    return (error: unknown) => {
        const refusal = refusalOf(error);
        const said = refusal.problems.map((one) => pair(one.problem, one.problem_en)).join(" ");
        toast([pair(refusal.message, refusal.message_en), said].filter(Boolean).join(" "), { tone: "bad" });
    };
}
