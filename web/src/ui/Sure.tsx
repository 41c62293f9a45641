// Asks once more before something is done, in a dialog: what follows from it, a button that does it, and what went wrong there.
import type { ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import { Form } from "./Form.tsx";
import { useForm } from "./useForm.ts";

interface Props {
    title: string;
    submit: string;
    /** What cannot be taken back. */
    danger?: boolean;
    children: ReactNode;
    /** Closes the dialog too, or leaves the page. */
    act: () => Promise<unknown>;
    onClose: () => void;
}

export function Sure({ title, submit, danger, children, act, onClose }: Props) {
    const form = useForm({ initial: {}, save: act });
    return (
        <Dialog open onClose={onClose} title={title}>
            <Form form={form} submit={submit} danger={danger} onCancel={onClose}>
                <div className="space-y-2">{children}</div>
            </Form>
        </Dialog>
    );
}
