import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./consultation_words.ts";
import { type Consultation, goesBack, leftOut, needsReason, type Stage, stageAfter, stages } from "./desk.ts";
import { NowStands } from "./NowStands.tsx";
import { withoutMeanwhile } from "./Overtaken.tsx";
import { terms } from "./terms.ts";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

/** To the next stage, past some or back: the last two are told why. */
export function MoveDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { today } = useMe();
    const overtaking = useRevision(consultation.revision);
    const at = consultation.stage;
    const form = useForm({
        initial: { stage: (stageAfter(at) ?? "build") as Stage, note: "", due_on: "" },
        check: v.pipe(
            v.object({ stage: v.picklist(stages), note: v.pipe(v.string(), v.maxLength(500)), due_on: v.string() }),
            v.forward(
                v.partialCheck(
                    [["stage"], ["note"]],
                    ({ stage, note }) => !needsReason(at, stage) || note.trim() !== "",
                    m.reason_wanted,
                ),
                ["note"],
            ),
        ),
        save: async ({ stage, note, due_on }) => {
            await overtaking.save((revision) =>
                desk.move(consultation.id, { stage, note: note.trim(), due_on: due_on || null, revision }),
            );
            toast(m.moved_to(t.stage[stage]));
            onClose();
        },
    });
    const { stage } = form.values;
    const reasoned = needsReason(at, stage);
    return (
        <Dialog open onClose={onClose} title={m.move}>
            <Form form={withoutMeanwhile(form)} submit={m.move_submit(t.stage[stage])} onCancel={onClose}>
                <NowStands consultation={consultation} overtaking={overtaking} onGiveUp={onClose} />
                <RadioGroup
                    label={m.move_to}
                    options={stages
                        .filter((one) => one !== at)
                        .map((one) => ({ value: one, label: t.stage[one], hint: t.stage_hint[one] }))}
                    {...form.field("stage")}
                />
                {reasoned && (
                    <Notice live>
                        {goesBack(at, stage)
                            ? m.moves_back
                            : m.moves_skips(t.list(leftOut(at, stage).map((one) => t.stage[one])))}
                    </Notice>
                )}
                <TextField
                    required={reasoned}
                    label={reasoned ? m.reason : m.move_note}
                    hint={m.reason_read}
                    lines={3}
                    maxLength={500}
                    {...form.field("note")}
                />
                <DateField label={m.due_day} hint={m.due_left_out} min={today} {...form.field("due_on")} />
            </Form>
        </Dialog>
    );
}
