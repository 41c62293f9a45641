import { useState } from "react";
import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { type Picked, StaffPicker } from "../staff/StaffPicker.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { words } from "./office_words.ts";
import type { Run } from "./runs.ts";
import { terms } from "./terms.ts";
import { useMoves } from "./useMoves.ts";

interface Values extends Record<string, unknown> {
    staff: Picked[];
    route: "recommended" | "ordered";
    basis_no: string;
    reason: string;
}

/** A head recommends people of the section; the office may also order them to go. */
export function RecommendDialog({ run, onClose }: { run: Run; onClose: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const manages = useMay("training_manage");
    const { recommend } = useMoves();
    const [done, setDone] = useState<Schema<"Recommended">>();
    const check = v.object({
        staff: v.pipe(v.array(v.any()), v.minLength(1, m.choose_people)),
        route: v.string(),
        basis_no: v.pipe(v.string(), v.maxLength(100)),
        reason: v.pipe(v.string(), v.maxLength(500)),
    }) as v.GenericSchema<Values, unknown>;
    const form = useForm<Values>({
        initial: { staff: [], route: "recommended", basis_no: "", reason: "" },
        check,
        save: async ({ staff, route, basis_no, reason }) => {
            const body = { staff: staff.map(({ id }) => id), route, reason: reason.trim(), basis_no: basis_no.trim() || null };
            const answer = await recommend(run.id, body);
            if (!answer) return;
            toast(m.recommended(answer.enrolments.length));
            if (answer.conflicts.length + answer.already.length > 0) setDone(answer);
            else onClose();
        },
    });
    const names = new Map(form.values.staff.map(({ id, name }) => [id, name]));
    if (done) return <Told answer={done} names={names} onClose={onClose} />;
    return (
        <Dialog open onClose={onClose} title={m.recommend_title}>
            <Form form={form} submit={m.recommend} onCancel={onClose}>
                <PeopleField {...form.field("staff")} />
                {manages && (
                    <RadioGroup
                        inline
                        label={m.route}
                        options={[
                            { value: "recommended", label: t.route.recommended },
                            { value: "ordered", label: t.route.ordered },
                        ]}
                        {...form.field("route")}
                    />
                )}
                {form.values.route === "ordered" && <TextField label={m.basis_no} {...form.field("basis_no")} />}
                <TextField label={m.reason} lines={2} maxLength={500} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}

function Told({ answer, names, onClose }: { answer: Schema<"Recommended">; names: Map<number, string>; onClose: () => void }) {
    const m = useWords(words);
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.recommended(answer.enrolments.length)}
            actions={
                <Button look="primary" onPress={onClose}>
                    {m.understood}
                </Button>
            }
        >
            {answer.already.length > 0 && (
                <p className="mb-4">{m.already(answer.already.map((id) => names.get(id) ?? "").filter(Boolean))}</p>
            )}
            {answer.conflicts.length > 0 && (
                <Notice tone="warn" title={m.conflicts} live>
                    <Conflicts conflicts={answer.conflicts} names={names} />
                </Notice>
            )}
        </Dialog>
    );
}

interface PeopleProps {
    id: string;
    name: string;
    value: Picked[];
    onChange: (people: Picked[]) => void;
    error: string | undefined;
}

/** Several people, one after the other. */
function PeopleField({ value, onChange, ...field }: PeopleProps) {
    const m = useWords(words);
    return (
        <div>
            <StaffPicker
                required
                key={value.length}
                label={m.people}
                hint={m.people_hint}
                {...field}
                value={null}
                onChange={(picked) => picked && !value.some(({ id }) => id === picked.id) && onChange([...value, picked])}
            />
            <ul className="mt-2 flex flex-wrap gap-2">
                {value.map((one) => (
                    <li key={one.id}>
                        <button
                            type="button"
                            className="flex cursor-pointer items-center gap-1 rounded-8 border border-line-strong px-2 py-1"
                            aria-label={m.remove(one.name)}
                            onClick={() => onChange(value.filter(({ id }) => id !== one.id))}
                        >
                            {one.name}
                            <Icon name="close" size={16} />
                        </button>
                    </li>
                ))}
            </ul>
        </div>
    );
}
