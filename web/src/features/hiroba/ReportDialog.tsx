import * as v from "valibot";
import { server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

interface Props {
    topic: number;
    reply?: number;
    onClose: () => void;
}

const check = v.object({ reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) });

/** What should not stand there, told to those who look after the place. */
export function ReportDialog({ topic, reply, onClose }: Props) {
    const m = useWords(words);
    const form = useForm({
        initial: { reason: "" },
        check,
        save: async (body) => {
            if (reply === undefined) await server.POST("/topics/{id}/reports", { params: { path: { id: topic } }, body });
            else await server.POST("/replies/{id}/reports", { params: { path: { id: reply } }, body });
            toast(m.reported);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.report}>
            <Form form={form} submit={m.report_send} onCancel={onClose}>
                <p>{m.report_lead}</p>
                <TextField label={m.reason} required lines={3} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
