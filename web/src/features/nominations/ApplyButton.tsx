import { useState } from "react";
import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Round } from "./nominations.ts";
import { RoundFacts } from "./RoundFacts.tsx";
import { useRounds } from "./useRounds.ts";
import { words } from "./words.ts";

const check = v.object({ reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000)) });

/** An application with its reason; what one applies for is shown once more. */
export function ApplyButton({ round, title }: { round: Round; title: string }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    return (
        <>
            <Button look="primary" size="small" aria-label={m.apply_to(title)} onPress={() => setOpen(true)}>
                {m.apply}
            </Button>
            {open && <ApplyDialog round={round} title={title} onClose={() => setOpen(false)} />}
        </>
    );
}

function ApplyDialog({ round, title, onClose }: { round: Round; title: string; onClose: () => void }) {
    const m = useWords(words);
    const { apply } = useRounds();
    const form = useForm({
        initial: { reason: "" },
        check,
        save: async ({ reason }) => {
            await apply(round.id, reason.trim());
            toast(m.applied);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.apply_to(title)}>
            <div className="mb-4">
                <RoundFacts round={round} dense />
            </div>
            <Form form={form} submit={m.apply} onCancel={onClose}>
                <TextField
                    required
                    label={m.apply_reason}
                    hint={m.apply_hint}
                    lines={4}
                    maxLength={1000}
                    {...form.field("reason")}
                />
            </Form>
        </Dialog>
    );
}
