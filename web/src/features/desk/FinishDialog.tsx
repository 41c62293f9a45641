import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { longest } from "../../ui/writing/counting.ts";
import { words } from "./consultation_words.ts";
import { type Consultation, outcomes, wholeOf } from "./desk.ts";
import { NowStands } from "./NowStands.tsx";
import { withoutMeanwhile } from "./Overtaken.tsx";
import { terms } from "./terms.ts";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    outcome: (typeof outcomes)[number];
    text: string;
    effect: string;
    saved_hours: string;
}

/** How it ended, in words whoever asked understands; what is published later begins with them. */
export function FinishDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const overtaking = useRevision(consultation.revision);
    const form = useForm<Values>({
        initial: { outcome: "solved", text: "", effect: "", saved_hours: "" },
        check: v.object({
            outcome: v.picklist(outcomes),
            text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest)),
            effect: v.pipe(v.string(), v.maxLength(2000)),
            saved_hours: v.pipe(
                v.string(),
                v.check((typed) => typed.trim() === "" || wholeOf(typed) !== null, m.number_wanted),
            ),
        }),
        draft: `desk.finish.${consultation.id}`,
        save: async ({ outcome, text, effect, saved_hours }) => {
            const body = { outcome, text: text.trim(), effect: effect.trim(), saved_hours: wholeOf(saved_hours) };
            await overtaking.save((revision) => desk.finish(consultation.id, { ...body, revision }));
            toast(m.finished);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.finish}>
            <p className="mb-4 text-quiet">{m.finish_lead}</p>
            <Form form={withoutMeanwhile(form)} submit={m.finish} onCancel={onClose}>
                <NowStands consultation={consultation} overtaking={overtaking} onGiveUp={onClose} />
                <RadioGroup
                    label={m.outcome}
                    options={outcomes.map((value) => ({ value, label: t.outcome[value] }))}
                    {...form.field("outcome")}
                />
                <Writing required label={m.outcome_text} hint={m.outcome_hint} lines={5} {...form.field("text")} />
                <TextField label={m.effect} hint={m.effect_hint} lines={2} maxLength={2000} {...form.field("effect")} />
                <TextField
                    label={m.saved_hours}
                    hint={m.saved_hours_hint}
                    inputMode="numeric"
                    className="max-w-60"
                    {...form.field("saved_hours")}
                />
            </Form>
        </Dialog>
    );
}
