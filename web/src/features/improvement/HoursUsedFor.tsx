import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import type { Case } from "./cases.ts";
import { words } from "./words.ts";

/** What the hours are used for is known only afterwards: the team may tell it at any time. */
export function HoursUsedFor({ shown }: { shown: Case }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    if (!shown.may_move) return null;
    return (
        <p className="no-print mt-1">
            <Button size="small" look="quiet" className="-ml-3" onPress={() => setOpen(true)}>
                {shown.hours_used_for.text ? m.freed_for_change : m.freed_for_tell}
            </Button>
            {open && <TellDialog shown={shown} onClose={() => setOpen(false)} />}
        </p>
    );
}

function TellDialog({ shown, onClose }: { shown: Case; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { text: shown.hours_used_for.text },
        draft: `case.hours.${shown.id}`,
        save: async ({ text }) => {
            await server.PUT("/cases/{case}/hours-used-for", {
                params: { path: { case: shown.id } },
                body: { text: text.trim(), revision: shown.revision },
            });
            toast(m.freed_for_told);
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.freed_for}>
            <Form form={form} submit={m.freed_for_tell} onCancel={onClose}>
                <Writing label={m.freed_for} hint={m.freed_for_hint} lines={5} {...form.field("text")} />
            </Form>
        </Dialog>
    );
}
