import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { overRead } from "../../api/overRead.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import type { Case } from "./cases.ts";
import { words } from "./words.ts";

/** The head's word, where the case is read. */
export function DecideCase({ shown, small }: { shown: Case; small?: boolean }) {
    const m = useWords(words);
    const [asking, setAsking] = useState<"confirm" | "return" | null>(null);
    const close = () => setAsking(null);
    const buttons = (
        <>
            {shown.may_confirm && (
                <Button size="small" look="primary" onPress={() => setAsking("confirm")}>
                    {m.confirm}
                </Button>
            )}
            {shown.may_return && (
                <Button size="small" look={small ? "quiet" : "secondary"} onPress={() => setAsking("return")}>
                    {m.return}
                </Button>
            )}
        </>
    );
    return (
        <>
            {small ? (
                buttons
            ) : (
                <Notice title={m.waits_for_you} action={buttons}>
                    {m.confirm_hint}
                </Notice>
            )}
            {asking === "confirm" && <ConfirmDialog shown={shown} onClose={close} />}
            {asking === "return" && (
                <ReasonDialog
                    title={m.return_title}
                    label={m.return_word}
                    hint={m.return_hint}
                    submit={m.return}
                    save={async (word) => {
                        const params = { path: { case: shown.id } };
                        const body = { word, revision: shown.revision };
                        await overRead(server.POST("/cases/{case}/return", { params, body }));
                        toast(m.returned_done);
                        await queries.invalidateQueries();
                    }}
                    onClose={close}
                >
                    {shown.status === "confirmed" && m.return_confirmed}
                </ReasonDialog>
            )}
        </>
    );
}

function ConfirmDialog({ shown, onClose }: { shown: Case; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { word: "" },
        save: async ({ word }) => {
            const params = { path: { case: shown.id } };
            const body = { word: word.trim(), revision: shown.revision };
            await overRead(server.POST("/cases/{case}/confirmation", { params, body }));
            toast(m.confirmed);
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.confirm_title}>
            <Form form={form} submit={m.confirm} onCancel={onClose}>
                <p>{m.confirm_hint}</p>
                <TextField label={m.confirm_word} lines={2} maxLength={500} {...form.field("word")} />
            </Form>
        </Dialog>
    );
}
