import { useState } from "react";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Remedy } from "./answers.ts";
import { words } from "./words.ts";

type Move = "finish" | "change" | "reopen";
const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** What can be done next about an improvement, in the row. */
export function RemedyMoves({ remedy }: { remedy: Remedy }) {
    const m = useWords(words);
    const [move, setMove] = useState<Move | null>(null);
    const close = () => setMove(null);
    const open = remedy.status === "open";
    return (
        <div className="no-print flex flex-wrap gap-2">
            {remedy.may_edit && open && (
                <>
                    <Button size="small" look="primary" aria-label={m.finish_of(remedy.what)} onPress={() => setMove("finish")}>
                        {m.finish}
                    </Button>
                    <Button size="small" look="quiet" aria-label={m.change_of(remedy.what)} onPress={() => setMove("change")}>
                        {m.change}
                    </Button>
                </>
            )}
            {remedy.may_reopen && !open && (
                <Button size="small" look="quiet" aria-label={m.reopen_of(remedy.what)} onPress={() => setMove("reopen")}>
                    {m.reopen}
                </Button>
            )}
            {move === "finish" && <FinishDialog remedy={remedy} onClose={close} />}
            {move === "change" && <ChangeDialog remedy={remedy} onClose={close} />}
            {move === "reopen" && <ReopenDialog remedy={remedy} onClose={close} />}
        </div>
    );
}

interface Props {
    remedy: Remedy;
    onClose: () => void;
}

const path = ({ id }: Remedy) => ({ params: { path: { id } } });

async function settled(said: string, onClose: () => void) {
    toast(said);
    onClose();
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/selfcheck") });
}

function FinishDialog({ remedy, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { result: "" },
        draft: `remedy.done.${remedy.id}`,
        check: v.object({ result: filled }),
        save: async ({ result }) => {
            await server.POST("/selfcheck-remedies/{id}/done", {
                ...path(remedy),
                body: { revision: remedy.revision, result: result.trim() },
            });
            await settled(m.finished, onClose);
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.finish_title}>
            <p className="mb-4">{remedy.what}</p>
            <Form form={form} submit={m.finish} onCancel={onClose}>
                <TextField required label={m.result} hint={m.result_hint} lines={3} maxLength={500} {...form.field("result")} />
            </Form>
        </Dialog>
    );
}

function ChangeDialog({ remedy, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { what: remedy.what, who: remedy.who, due: remedy.due },
        draft: `remedy.${remedy.id}`,
        check: v.object({ what: filled, who: filled, due: filled }),
        save: async ({ what, who, due }) => {
            await server.PUT("/selfcheck-remedies/{id}", {
                ...path(remedy),
                body: { revision: remedy.revision, what: what.trim(), who: who.trim(), due },
            });
            await settled(m.changed, onClose);
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.change_title}>
            <Form form={form} submit={m.change} onCancel={onClose}>
                <TextField required label={m.what} lines={3} maxLength={500} {...form.field("what")} />
                <TextField required label={m.who} maxLength={100} {...form.field("who")} />
                <DateField required label={m.due} {...form.field("due")} />
            </Form>
        </Dialog>
    );
}

function ReopenDialog({ remedy, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { reason: "", due: "" },
        check: v.object({ reason: filled, due: v.string() }),
        save: async ({ reason, due }) => {
            await server.POST("/selfcheck-remedies/{id}/reopen", {
                ...path(remedy),
                body: { revision: remedy.revision, reason: reason.trim(), due: due || null },
            });
            await settled(m.reopened, onClose);
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.reopen_title}>
            <p className="mb-4">{remedy.what}</p>
            <Form form={form} submit={m.reopen} onCancel={onClose}>
                <TextField required label={m.reason} lines={3} maxLength={500} {...form.field("reason")} />
                <DateField label={m.new_due} {...form.field("due")} />
            </Form>
        </Dialog>
    );
}
