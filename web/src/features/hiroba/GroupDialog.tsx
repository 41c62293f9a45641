import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

const check = v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
    purpose: v.pipe(v.string(), v.maxLength(500)),
});

export function GroupDialog({ onClose }: { onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { name: "", purpose: "" },
        check,
        save: async (body) => {
            await server.POST("/groups", { body });
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.add_group}>
            <Form form={form} submit={m.add} onCancel={onClose}>
                <TextField label={m.name} required maxLength={60} {...form.field("name")} />
                <TextField label={m.purpose} lines={2} maxLength={500} {...form.field("purpose")} />
            </Form>
        </Dialog>
    );
}
