import { useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

interface Props {
    enrolment: number;
    who: string;
}

/** Somebody of the same section takes the seat, in one step. */
export function SubstituteButton({ enrolment, who }: Props) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button look="quiet" size="small" aria-label={m.substitute_who(who)} onPress={() => setOpen(true)}>
                {m.substitute}
            </Button>
            {open && <SubstituteDialog enrolment={enrolment} who={who} onClose={() => setOpen(false)} />}
        </>
    );
}

function SubstituteDialog({ enrolment, who, onClose }: Props & { onClose: () => void }) {
    const m = useWords(words);
    const list = api.useQuery("get", "/enrolments/{id}/substitutes", { params: { path: { id: enrolment } } });
    return (
        <Dialog open onClose={onClose} title={m.substitute_who(who)}>
            <p className="mb-4">{m.substitute_hint}</p>
            <Ask query={list} small>
                {({ staff }) =>
                    staff.length === 0 ? (
                        <p className="text-quiet">{m.nobody_else}</p>
                    ) : (
                        <SubstituteForm enrolment={enrolment} who={who} staff={staff} onClose={onClose} />
                    )
                }
            </Ask>
        </Dialog>
    );
}

const check = v.object({ staff: v.pipe(v.string(), v.nonEmpty()), reason: v.pipe(v.string(), v.maxLength(300)) });

interface FormProps extends Props {
    staff: readonly Schema<"SubstituteChoice">[];
    onClose: () => void;
}

function SubstituteForm({ enrolment, who, staff, onClose }: FormProps) {
    const m = useWords(words);
    const form = useForm({
        initial: { staff: "", reason: "" },
        check,
        save: async (values) => {
            const { data } = await server.POST("/enrolments/{id}/substitution", {
                params: { path: { id: enrolment } },
                body: { staff: Number(values.staff), reason: values.reason.trim() },
            });
            if (data) toast(m.substituted(who, data.enrolment.name));
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Form form={form} submit={m.substitute} onCancel={onClose}>
            <Select
                required
                label={m.substitute_by}
                empty="—"
                options={staff.map((one) => ({ value: String(one.staff), label: `${one.name} (${one.rank})` }))}
                {...form.field("staff")}
            />
            <TextField label={m.reason} lines={2} maxLength={300} {...form.field("reason")} />
        </Form>
    );
}
