import { server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./office_words.ts";
import type { Run } from "./runs.ts";

/** Closing cannot be taken back, so what follows is said first. */
export function CloseDialog({ run, onClose, done }: { run: Run; onClose: () => void; done: () => Promise<void> }) {
    const m = useWords(words);
    const form = useForm({
        initial: {},
        save: async () => {
            await server.POST("/runs/{run}/closing", { params: { path: { run: run.id } } });
            await done();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.close_title}>
            <p className="mb-4">{m.close_follows(run.waiting, run.applied)}</p>
            <Form form={form} submit={m.close} onCancel={onClose}>
                {null}
            </Form>
        </Dialog>
    );
}
