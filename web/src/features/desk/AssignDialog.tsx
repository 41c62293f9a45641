import * as v from "valibot";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./consultation_words.ts";
import type { Candidate, Consultation } from "./desk.ts";
import { NowStands } from "./NowStands.tsx";
import { withoutMeanwhile } from "./Overtaken.tsx";
import { OwnerChoice } from "./OwnerChoice.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Props {
    consultation: Consultation;
    onClose: () => void;
}

/** Puts somebody in charge, or hands over from one to the next; what each already carries stands beside the name. */
export function AssignDialog({ consultation, onClose }: Props) {
    const m = useWords(words);
    const owners = api.useQuery("get", "/consultations/{id}/owners", { params: { path: { id: consultation.id } } });
    return (
        <Dialog open onClose={onClose} title={consultation.owner ? m.hand_over : m.assign}>
            <p className="mb-4 text-quiet">{m.assign_lead}</p>
            <Ask query={owners} lines={4} small>
                {({ candidates }) => <AssignForm consultation={consultation} candidates={candidates} onClose={onClose} />}
            </Ask>
        </Dialog>
    );
}

function AssignForm({ consultation, candidates, onClose }: Props & { candidates: readonly Candidate[] }) {
    const m = useWords(words);
    const overtaking = useRevision(consultation.revision);
    const { owner } = consultation;
    const form = useForm({
        initial: { staff: "", reason: "" },
        check: v.object({
            staff: v.pipe(v.string(), v.nonEmpty(m.choose_owner)),
            reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000)),
        }),
        save: async ({ staff, reason }) => {
            await overtaking.save((revision) =>
                desk.assign(consultation.id, { staff: Number(staff), reason: reason.trim(), revision }),
            );
            toast(m.assigned(candidates.find((one) => String(one.staff) === staff)?.name ?? ""));
            onClose();
        },
    });
    return (
        <Form form={withoutMeanwhile(form)} submit={m.assign_submit} onCancel={onClose}>
            <NowStands consultation={consultation} overtaking={overtaking} onGiveUp={onClose} />
            <OwnerChoice candidates={candidates.filter(({ staff }) => staff !== owner?.staff)} {...form.field("staff")} />
            <TextField
                required
                label={owner ? m.assign_reason : m.assign_note}
                hint={m.assign_reason_hint}
                lines={2}
                maxLength={1000}
                {...form.field("reason")}
            />
        </Form>
    );
}
