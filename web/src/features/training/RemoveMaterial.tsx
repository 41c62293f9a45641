import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./material_words.ts";

export function RemoveMaterial({ material }: { material: Schema<"Material"> }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    const form = useForm({
        initial: {},
        save: async () => {
            await server.DELETE("/materials/{material}", { params: { path: { material: material.id } } });
            toast(m.removed);
            setOpen(false);
            await queries.invalidateQueries();
        },
    });
    return (
        <>
            <Button look="quiet" size="small" aria-label={m.remove_it(material.title)} onPress={() => setOpen(true)}>
                {m.remove}
            </Button>
            {open && (
                <Dialog open onClose={() => setOpen(false)} title={m.remove_it(material.title)}>
                    <p className="mb-4">{m.remove_follows}</p>
                    <Form danger form={form} submit={m.remove} onCancel={() => setOpen(false)}>
                        {null}
                    </Form>
                </Dialog>
            )}
        </>
    );
}
