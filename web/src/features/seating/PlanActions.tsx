import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { isWorking, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

interface Props {
    plan: SeatPlan;
    onClose: () => void;
}

/** What is done with a proposal as a whole; each asks first. */
export function PlanActions({ plan }: { plan: SeatPlan }) {
    const m = useWords(words);
    const [asking, setAsking] = useState<"again" | "confirm" | "discard" | null>(null);
    const close = () => setAsking(null);
    const idle = !isWorking(plan.job);
    const proposed = plan.state === "proposed" && idle;
    return (
        <>
            <Button icon="print" onPress={() => window.print()}>
                {m.print}
            </Button>
            {plan.state !== "confirmed" && <Button onPress={() => setAsking("discard")}>{m.discard}</Button>}
            {plan.state !== "confirmed" && idle && <Button onPress={() => setAsking("again")}>{m.again}</Button>}
            {proposed && plan.seated > 0 && (
                <Button look="primary" onPress={() => setAsking("confirm")}>
                    {m.confirm}
                </Button>
            )}
            {asking === "again" && <AgainDialog plan={plan} onClose={close} />}
            {asking === "confirm" && <ConfirmDialog plan={plan} onClose={close} />}
            {asking === "discard" && <DiscardDialog plan={plan} onClose={close} />}
        </>
    );
}

const amount = (text: string) => (text === "" ? 0 : Number(text));

function AgainDialog({ plan, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { per_day: plan.per_day === 0 ? "" : String(plan.per_day) },
        check: v.object({ per_day: v.pipe(v.string(), v.regex(/^[0-9]{0,3}$/, m.number_wanted)) }),
        save: async ({ per_day }) => {
            const body = { revision: plan.revision, per_day: amount(per_day) };
            await server.POST("/seat-plans/{plan}/again", { params: { path: { plan: plan.id } }, body });
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.again_title}>
            <p className="mb-4">{m.again_lead}</p>
            <Form form={form} submit={m.again} onCancel={onClose}>
                <TextField label={m.per_day} hint={m.per_day_hint} inputMode="numeric" maxLength={3} {...form.field("per_day")} />
            </Form>
        </Dialog>
    );
}

function ConfirmDialog({ plan, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { basis_no: "" },
        check: v.object({ basis_no: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)) }),
        save: async ({ basis_no }) => {
            const body = { revision: plan.revision, basis_no: basis_no.trim() };
            await server.POST("/seat-plans/{plan}/confirmation", { params: { path: { plan: plan.id } }, body });
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.confirm_title}>
            <p className="mb-4">{m.confirm_lead(plan.seated)}</p>
            <Form form={form} submit={m.confirm} onCancel={onClose}>
                <TextField required label={m.basis_no} maxLength={100} {...form.field("basis_no")} />
            </Form>
        </Dialog>
    );
}

function DiscardDialog({ plan, onClose }: Props) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/seat-plans/{plan}", { params: { path: { plan: plan.id } } });
        toast(m.discarded);
        await navigate({ to: "/training/seats" });
        await queries.invalidateQueries();
    };
    return (
        <Sure danger title={m.discard_title} submit={m.discard} act={act} onClose={onClose}>
            {m.discard_lead}
        </Sure>
    );
}
