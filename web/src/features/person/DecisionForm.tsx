import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";
import { useRecord } from "./useRecord.ts";
import { words } from "./words.ts";

interface Values extends Record<string, unknown> {
    needed: "" | "yes" | "no";
    reason: string;
}

const check = v.object({
    needed: v.pipe(v.string(), v.nonEmpty()),
    reason: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
}) as v.GenericSchema<Values, unknown>;

/** ★: the head says whether this person's work needs the skill, and why. */
export function DecisionForm({ staff, skill, onDone }: { staff: number; skill: string; onDone: () => void }) {
    const m = useWords(words);
    const { decide } = useRecord(staff);
    const form = useForm<Values>({
        initial: { needed: "", reason: "" },
        check,
        draft: `decision.${staff}.${skill}`,
        save: async ({ needed, reason }) => {
            await decide(skill, needed === "yes", reason);
            onDone();
        },
    });
    return (
        <Form form={form} submit={m.decide_save} onCancel={onDone}>
            <RadioGroup
                inline
                required
                label={m.decide_label}
                options={[
                    { value: "yes", label: m.needed },
                    { value: "no", label: m.not_needed },
                ]}
                {...form.field("needed")}
            />
            <TextField required label={m.reason} maxLength={500} lines={2} {...form.field("reason")} />
        </Form>
    );
}
