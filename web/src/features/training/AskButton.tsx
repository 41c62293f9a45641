import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./licence_words.ts";
import type { Licence } from "./licences.ts";

/** Two presses: what one asks for is shown once, then it is done. */
export function AskButton({ licence }: { licence: Licence }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button look="primary" size="small" aria-label={m.ask_for(licence.name)} onPress={() => setOpen(true)}>
                {m.ask}
            </Button>
            {open && <AskDialog licence={licence} onClose={() => setOpen(false)} />}
        </>
    );
}

function AskDialog({ licence, onClose }: { licence: Licence; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { reason: "" },
        save: async ({ reason }) => {
            const { data } = await server.POST("/licences/{licence}/requests", {
                params: { path: { licence: licence.id } },
                body: { reason: reason.trim() },
            });
            toast(m.asked(data?.mine?.place ?? 0));
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.ask_for(licence.name)}>
            <p className="mb-4 text-quiet">{m.ask_follows}</p>
            <Form form={form} submit={m.ask} onCancel={onClose}>
                <TextField label={m.why_ask} lines={2} maxLength={500} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
