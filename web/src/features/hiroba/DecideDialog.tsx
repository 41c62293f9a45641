import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

interface Props {
    report: number;
    decision: "hide" | "keep";
    onClose: () => void;
}

/** Hidden with a reason that the author is told, or left as it stands. */
export function DecideDialog({ report, decision, onClose }: Props) {
    const m = useWords(words);
    const hide = decision === "hide";
    const form = useForm({
        initial: { why: "" },
        check: v.object({ why: v.pipe(v.string(), v.trim(), v.minLength(hide ? 1 : 0), v.maxLength(300)) }),
        save: async ({ why }) => {
            await server.PUT("/hiroba/reports/{id}", { params: { path: { id: report } }, body: { hide, why } });
            await queries.invalidateQueries();
            toast(m.decide[decision].done);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.decide[decision].title}>
            <Form form={form} submit={m.decide[decision].title} onCancel={onClose} danger={hide}>
                <p>{m.decide[decision].lead}</p>
                <TextField label={m.why} hint={m.why_hint} required={hide} lines={2} {...form.field("why")} />
            </Form>
        </Dialog>
    );
}
