import { queries, server } from "../../api/client.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { StaffPicker } from "../staff/StaffPicker.tsx";
import { useMoves } from "../training/useMoves.ts";
import { SkillsField } from "./SkillsField.tsx";
import { draftOf, newWork, type Work, workCheck } from "./work.ts";
import { words } from "./work_words.ts";

/** One's own record, or one that is typed for somebody of one's people. */
export function WorkDialog({ work, onClose }: { work: Work | null; onClose: () => void }) {
    const m = useWords(words);
    const me = useMe();
    const types_for_others = useMay("training_release");
    const { failed } = useMoves();
    const own = me.staff === null ? null : { id: me.staff, name: me.name };
    const form = useForm({
        initial: work ? draftOf(work) : newWork(own, me.today),
        check: workCheck(m),
        draft: work ? undefined : "work.new",
        save: async ({ staff, ...values }) => {
            const body = { ...values, title: values.title.trim(), place: values.place.trim(), note: values.note.trim() };
            if (work)
                await server.PATCH("/work-training/{id}", {
                    params: { path: { id: work.id } },
                    body: { ...body, revision: work.revision },
                });
            else if (staff) await server.POST("/work-training", { body: { ...body, staff: staff.id } });
            toast(m.saved);
            await queries.invalidateQueries();
            onClose();
        },
    });
    const drop = async (id: number) => {
        try {
            await server.DELETE("/work-training/{id}", { params: { path: { id } } });
            toast(m.dropped);
            await queries.invalidateQueries();
            onClose();
        } catch (error) {
            failed(error);
        }
    };
    return (
        <Dialog open onClose={onClose} title={work ? m.change_title : m.record_title}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                {!work && types_for_others && <StaffPicker required label={m.name} hint={m.name_hint} {...form.field("staff")} />}
                <RadioGroup
                    label={m.kind_label}
                    options={[
                        { value: "ojt", label: m.kind.ojt, hint: m.kind_hint.ojt },
                        { value: "dispatch", label: m.kind.dispatch, hint: m.kind_hint.dispatch },
                    ]}
                    {...form.field("kind")}
                />
                <TextField required label={m.what} hint={m.what_hint} maxLength={200} {...form.field("title")} />
                <TextField label={m.place} hint={m.place_hint} maxLength={200} {...form.field("place")} />
                <DateField required label={m.from_on} {...form.field("from_on")} />
                <DateField required label={m.until_on} {...form.field("until_on")} />
                <SkillsField {...form.field("skills")} />
                <TextField label={m.note} lines={2} maxLength={2000} {...form.field("note")} />
            </Form>
            {work && (
                <div className="mt-6 border-line border-t pt-4">
                    <Button look="quiet" size="small" onPress={() => void drop(work.id)}>
                        {m.drop}
                    </Button>
                </div>
            )}
        </Dialog>
    );
}
