import type { ReactNode } from "react";
import * as v from "valibot";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";

interface Props {
    title: string;
    /** What follows from it. */
    children?: ReactNode;
    label: string;
    hint?: string;
    submit: string;
    danger?: boolean;
    save: (reason: string) => Promise<unknown>;
    onClose: () => void;
}

const check = v.object({ reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)) });

/** A step that needs its reason: withdrawing, declining, cancelling. */
export function ReasonDialog({ title, children, label, hint, submit, danger, save, onClose }: Props) {
    const form = useForm({
        initial: { reason: "" },
        check,
        save: async ({ reason }) => {
            await save(reason.trim());
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={title}>
            {children && <div className="mb-4">{children}</div>}
            <Form form={form} submit={submit} onCancel={onClose} danger={danger}>
                <TextField required label={label} hint={hint} lines={2} maxLength={500} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
