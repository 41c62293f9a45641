import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./adviser_words.ts";
import { type Engagement, minutesOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { QuotaText } from "./Quota.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

/** A day on which the adviser was here; the last one starts the time for the report. */
export function AdviserVisitForm({ engagement, onDone }: { engagement: Engagement; onDone: () => void }) {
    const m = useWords(words);
    const { today } = useMe();
    const overtaking = useRevision(engagement.revision);
    const form = useForm({
        initial: { visited_on: today, hours: "", place: "", text: "", last: false as boolean },
        check: v.object({
            visited_on: v.pipe(
                v.string(),
                v.nonEmpty(),
                v.check((on) => on <= today, m.visit_future),
            ),
            hours: v.pipe(
                v.string(),
                v.check((hours) => minutesOf(hours) !== null, m.hours_wrong),
            ),
            place: v.string(),
            text: v.pipe(v.string(), v.trim(), v.nonEmpty()),
            last: v.boolean(),
        }),
        draft: `desk.adviser-visit.${engagement.id}`,
        save: async ({ hours, ...values }) => {
            const body = { ...values, text: values.text.trim(), minutes: minutesOf(hours) ?? 0 };
            await overtaking.save((revision) => desk.addAdviserVisit(engagement.id, { ...body, revision }));
            toast(m.visit_saved);
            onDone();
        },
    });
    return (
        <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onDone}>
            <Overtaken overtaking={overtaking} onGiveUp={onDone}>
                <QuotaText engagement={engagement} />
            </Overtaken>
            <DateField required label={m.visited_on} max={today} {...form.field("visited_on")} />
            <TextField required label={m.hours_spent} hint={m.hours_hint} {...form.field("hours")} className="max-w-60" />
            <TextField label={m.place} maxLength={200} {...form.field("place")} />
            <TextField required label={m.visit_text} lines={3} maxLength={4000} {...form.field("text")} />
            <Checkbox checked={form.values.last} onChange={(last) => form.set("last", last)} hint={m.last_hint}>
                {m.last}
            </Checkbox>
        </Form>
    );
}
