import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { NowStands } from "./NowStands.tsx";
import { withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

const check = v.object({ due_on: v.string(), note: v.pipe(v.string(), v.maxLength(500)) });

/** Until when the next step is made. */
export function DueDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
    const m = useWords(words);
    const { today } = useMe();
    const overtaking = useRevision(consultation.revision);
    const form = useForm({
        initial: { due_on: consultation.due_on ?? "", note: "" },
        check,
        save: async ({ due_on, note }) => {
            await overtaking.save((revision) =>
                desk.setDue(consultation.id, { due_on: due_on || null, note: note.trim(), revision }),
            );
            toast(m.due_saved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.set_due}>
            <Form form={withoutMeanwhile(form)} submit={m.set_due} onCancel={onClose}>
                <NowStands consultation={consultation} overtaking={overtaking} onGiveUp={form.discard} />
                <DateField label={m.due_day} hint={m.due_hint} min={today} {...form.field("due_on")} />
                <TextField label={m.due_note} hint={m.reason_read} lines={2} maxLength={500} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
