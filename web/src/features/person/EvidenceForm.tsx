import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";
import { terms } from "../skills/terms.ts";
import { type EvidenceInput, useRecord } from "./useRecord.ts";
import { words } from "./words.ts";

const kinds = ["course", "exam", "project", "ojt", "consultation", "prior"] as const satisfies readonly EvidenceInput["kind"][];

interface Values extends Record<string, unknown> {
    kind: (typeof kinds)[number];
    holds: "yes" | "no";
    dated_on: string;
    valid_until: string;
    source: string;
    note: string;
}

const check = v.object({
    kind: v.string(),
    holds: v.string(),
    dated_on: v.pipe(v.string(), v.nonEmpty()),
    valid_until: v.string(),
    source: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
    note: v.pipe(v.string(), v.maxLength(2000)),
}) as v.GenericSchema<Values, unknown>;

interface Props {
    staff: number;
    skill: { skill: string; name: string };
    onClose: () => void;
}

export function EvidenceForm({ staff, skill, onClose }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const { today } = useMe();
    const { add } = useRecord(staff);
    const form = useForm<Values>({
        initial: { kind: "course", holds: "yes", dated_on: today, valid_until: "", source: "", note: "" },
        check,
        draft: `evidence.${staff}.${skill.skill}`,
        save: async ({ holds, valid_until, ...rest }) => {
            await add(skill.skill, { ...rest, holds: holds === "yes", valid_until: valid_until || null }, m.added);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.add_title(skill.name)}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <Select
                    required
                    label={m.kind}
                    options={kinds.map((value) => ({ value, label: t.evidence[value] }))}
                    {...form.field("kind")}
                />
                <TextField required label={m.source} hint={m.source_hint} {...form.field("source")} />
                <DateField required label={m.dated_on} max={today} {...form.field("dated_on")} />
                <DateField label={m.valid_until} hint={m.valid_hint} {...form.field("valid_until")} />
                <RadioGroup
                    inline
                    label={m.holds_label}
                    options={[
                        { value: "yes", label: m.holds },
                        { value: "no", label: m.holds_not },
                    ]}
                    {...form.field("holds")}
                />
                <TextField label={m.evidence_note} lines={2} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
