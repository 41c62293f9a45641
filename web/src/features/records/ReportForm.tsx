import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Report, Subject } from "./work.ts";
import { words } from "./work_words.ts";

interface Props {
    subject: Subject;
    before: Report | undefined;
    onClose: () => void;
}

const check = v.object({
    text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(8000)),
    change: v.pipe(v.string(), v.maxLength(4000)),
    link: v.pipe(v.string(), v.maxLength(500)),
});

/** 復命: what was learned, and what it changes at work. What was typed survives a reload. */
export function ReportForm({ subject, before, onClose }: Props) {
    const m = useWords(words);
    const { enrolment, work_training } = subject;
    const form = useForm({
        initial: { text: before?.text ?? "", change: before?.change ?? "", link: before?.link ?? "" },
        check,
        draft: `report.${enrolment ?? ""}.${work_training ?? ""}`,
        save: async ({ text, change, link }) => {
            const body = { text: text.trim(), change: change.trim(), link: link.trim() };
            if (enrolment !== null) await server.PUT("/enrolments/{id}/report", { params: { path: { id: enrolment } }, body });
            else if (work_training !== null)
                await server.PUT("/work-training/{id}/report", { params: { path: { id: work_training } }, body });
            toast(m.handed_in);
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.report_title}>
            <p className="mb-4">
                <strong>{subject.title}</strong>
                <span className="block text-quiet">{subject.who}</span>
            </p>
            <Form form={form} submit={m.hand_in} onCancel={onClose}>
                <TextField required label={m.learned} hint={m.learned_hint} lines={6} maxLength={8000} {...form.field("text")} />
                <TextField label={m.changed} hint={m.changed_hint} lines={3} maxLength={4000} {...form.field("change")} />
                <TextField label={m.link} hint={m.link_hint} maxLength={500} {...form.field("link")} />
            </Form>
        </Dialog>
    );
}
