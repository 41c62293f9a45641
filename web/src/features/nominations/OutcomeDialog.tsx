import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Outcome } from "./nominations.ts";
import { words } from "./office_words.ts";
import { useRounds } from "./useRounds.ts";

interface Props {
    round: number;
    outcome: Outcome;
    nominees: number[];
    done: () => void;
    onClose: () => void;
}

/** One judgement for everybody chosen; who is not selected is told why. */
export function OutcomeDialog({ round, outcome, nominees, done, onClose }: Props) {
    const m = useWords(words);
    const { select } = useRounds();
    const needed = outcome === "not_selected";
    const reason = v.pipe(v.string(), v.maxLength(500));
    const form = useForm({
        initial: { reason: "" },
        check: v.object({ reason: needed ? v.pipe(reason, v.trim(), v.nonEmpty()) : reason }),
        save: async (given) => {
            await select(round, { nominees, outcome, reason: given.reason.trim() });
            toast(m.outcome_done[outcome](nominees.length));
            done();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.outcome_title[outcome](nominees.length)}>
            <Form form={form} submit={m.select[outcome]} onCancel={onClose}>
                <TextField
                    required={needed}
                    label={m.outcome_reason}
                    hint={m.outcome_hint}
                    lines={2}
                    maxLength={500}
                    {...form.field("reason")}
                />
            </Form>
        </Dialog>
    );
}
