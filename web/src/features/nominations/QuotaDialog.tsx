import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./office_words.ts";
import { useRounds } from "./useRounds.ts";

interface Props {
    round: number;
    units: number[];
    done: () => void;
    onClose: () => void;
}

/** How many the chosen sections may name; empty sets no number. */
export function QuotaDialog({ round, units, done, onClose }: Props) {
    const m = useWords(words);
    const { ask } = useRounds();
    const form = useForm({
        initial: { quota: "1" },
        check: v.object({ quota: v.pipe(v.string(), v.regex(/^[0-9]{0,2}$/, m.number_wanted)) }),
        save: async ({ quota }) => {
            await ask(
                round,
                units.map((unit) => ({ unit, asked: true, quota: Number(quota || 0) })),
            );
            toast(m.asked_saved);
            done();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.set_quota}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <TextField
                    type="number"
                    inputMode="numeric"
                    label={m.per_section}
                    hint={m.per_section_hint}
                    {...form.field("quota")}
                />
            </Form>
        </Dialog>
    );
}
