import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { overRead } from "../../api/overRead.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { useMoves } from "../training/useMoves.ts";
import { useOnce } from "../training/useOnce.ts";
import { type Case, nextStage, type Stage, stages } from "./cases.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** What the team does with its case beside writing it. */
export function CaseMoves({ shown }: { shown: Case }) {
    const m = useWords(words);
    const { failed } = useMoves();
    const [asking, setAsking] = useState<"move" | "drop" | null>(null);
    const submit = useOnce(async () => {
        try {
            const params = { path: { case: shown.id } };
            await overRead(server.POST("/cases/{case}/submission", { params, body: { revision: shown.revision } }));
            toast(m.submitted);
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    });
    return (
        <>
            {shown.may_submit && (
                <Button size="small" look="primary" onPress={submit}>
                    {m.submit}
                </Button>
            )}
            {shown.may_move && !atEnd(shown) && (
                <Button size="small" onPress={() => setAsking("move")}>
                    {m.move}
                </Button>
            )}
            {shown.may_delete && (
                <Button size="small" look="quiet" onPress={() => setAsking("drop")}>
                    {m.drop}
                </Button>
            )}
            {asking === "move" && <MoveDialog shown={shown} onClose={() => setAsking(null)} />}
            {asking === "drop" && <DropDialog id={shown.id} onClose={() => setAsking(null)} />}
        </>
    );
}

/** A confirmed case goes on, not back. */
const atEnd = ({ stage, status }: Case) => stage === "spread" && status === "confirmed";

function MoveDialog({ shown, onClose }: { shown: Case; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { today } = useMe();
    const form = useForm({
        initial: { stage: nextStage(shown.stage), on: today, note: "" },
        save: async ({ stage, on, note }) => {
            const params = { path: { case: shown.id } };
            const body = { stage, on: on || null, note: note.trim(), revision: shown.revision };
            await overRead(server.POST("/cases/{case}/stage", { params, body }));
            toast(m.moved(t.stage[stage]));
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.move_title}>
            <Form form={form} submit={m.move} onCancel={onClose}>
                <Select
                    required
                    label={m.move_to}
                    options={stages.filter((one) => one !== shown.stage).map((value) => ({ value, label: t.stage[value] }))}
                    {...form.field("stage")}
                    onChange={(stage) => form.set("stage", stage as Stage)}
                />
                <DateField label={m.move_on} max={today} {...form.field("on")} />
                <TextField label={m.move_note} maxLength={200} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}

function DropDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/cases/{case}", { params: { path: { case: id } } });
        toast(m.dropped);
        await navigate({ to: "/improvement" });
        void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/cases") });
    };
    return (
        <Sure danger title={m.drop_title} submit={m.drop} act={act} onClose={onClose}>
            {m.drop_hint}
        </Sure>
    );
}
