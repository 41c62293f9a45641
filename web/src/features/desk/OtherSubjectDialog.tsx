import * as v from "valibot";
import { api } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { NowStands } from "./NowStands.tsx";
import { withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

/** To the subject it belongs to, whose owner takes it from there. */
export function SubjectDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const subjects = api.useQuery("get", "/desk").data?.subjects ?? [];
    const overtaking = useRevision(consultation.revision);
    const form = useForm({
        initial: { subject: "", reason: "" },
        check: v.object({
            subject: v.pipe(v.string(), v.nonEmpty()),
            reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
        }),
        save: async ({ subject, reason }) => {
            await overtaking.save((revision) =>
                desk.moveToSubject(consultation.id, { subject: Number(subject), reason: reason.trim(), revision }),
            );
            toast(m.subject_moved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.other_subject}>
            <Form form={withoutMeanwhile(form)} submit={m.other_subject_submit} onCancel={onClose}>
                <NowStands consultation={consultation} overtaking={overtaking} onGiveUp={onClose} />
                <Select
                    required
                    label={m.subject}
                    hint={m.other_subject_hint}
                    empty={m.choose}
                    options={subjects
                        .filter(({ id }) => id !== consultation.subject)
                        .map((one) => ({ value: String(one.id), label: pair(one.name, one.name_en) }))}
                    {...form.field("subject")}
                />
                <TextField required label={m.reason} hint={m.reason_read} lines={2} maxLength={500} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
