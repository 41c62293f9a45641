import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Certification } from "./level.ts";
import { words } from "./words.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export function RevokeDialog({
    certification,
    name,
    onClose,
}: {
    certification: Certification;
    name: string;
    onClose: () => void;
}) {
    const m = useWords(words);
    const { today } = useMe();
    const form = useForm({
        initial: { reason: "", revoked_on: today },
        check: v.object({ reason: text, revoked_on: text }),
        save: async (body) => {
            await server.POST("/certifications/{id}/revocation", { params: { path: { id: certification.id } }, body });
            await queries.invalidateQueries();
            toast(m.revoked);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.revoke_title(name)}>
            <p className="mb-4 text-quiet">{m.revoke_lead}</p>
            <Form form={form} submit={m.revoke} onCancel={onClose} danger>
                <TextField required label={m.revoke_reason} lines={2} {...form.field("reason")} />
                <DateField required label={m.revoke_day} {...form.field("revoked_on")} />
            </Form>
        </Dialog>
    );
}
