import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./adviser_words.ts";
import type { Engagement } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

/** The report that the scheme asks for, and what everybody here may learn from it. */
export function ReportForm({ engagement, onDone }: { engagement: Engagement; onDone: () => void }) {
    const m = useWords(words);
    const { today } = useMe();
    const overtaking = useRevision(engagement.revision);
    const form = useForm({
        initial: { reported_on: engagement.reported_on ?? today, report: engagement.report, learned: engagement.learned },
        check: v.object({
            reported_on: v.pipe(v.string(), v.nonEmpty()),
            report: v.pipe(v.string(), v.trim(), v.nonEmpty()),
            learned: v.string(),
        }),
        draft: `desk.report.${engagement.id}`,
        save: async ({ reported_on, report, learned }) => {
            const body = { reported_on, report: report.trim(), learned: learned.trim() };
            await overtaking.save((revision) => desk.report(engagement.id, { ...body, revision }));
            toast(m.report_saved);
            onDone();
        },
    });
    return (
        <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onDone}>
            <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                <p className="whitespace-pre-line">{engagement.report}</p>
            </Overtaken>
            <DateField required label={m.reported_on} max={today} {...form.field("reported_on")} />
            <TextField required label={m.report} hint={m.report_hint} lines={5} maxLength={20000} {...form.field("report")} />
            <TextField label={m.learned} hint={m.learned_hint} lines={3} maxLength={20000} {...form.field("learned")} />
        </Form>
    );
}
