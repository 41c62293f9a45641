import * as v from "valibot";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Round } from "./nominations.ts";
import { words } from "./office_words.ts";
import { useRounds } from "./useRounds.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** The decision's number and day; then the appointments are made. */
export function DecideDialog({ round, selected, onClose }: { round: Round; selected: number; onClose: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    const { decide } = useRounds();
    const form = useForm({
        initial: { basis_no: "", basis_on: today },
        check: v.object({ basis_no: text, basis_on: text }),
        save: async ({ basis_no, basis_on }) => {
            const done = await decide(round.id, { revision: round.revision, basis_no: basis_no.trim(), basis_on });
            if (done) toast(m.decided(done.appointed, done.ended));
            onClose();
        },
    });
    const refused = (form.refusal?.problems ?? []).filter(({ pointer }) => pointer.startsWith("/nominees/"));
    return (
        <Dialog open onClose={onClose} title={m.decide_title}>
            <p className="mb-4 text-quiet">{selected > 0 ? m.ready(selected) : m.nobody_selected}</p>
            <Form form={form} submit={selected > 0 ? m.decide(selected) : m.decide_none} onCancel={onClose}>
                {refused.length > 0 && (
                    <Notice tone="bad" title={m.refused} live>
                        <ul className="list-disc pl-5">
                            {refused.map(({ pointer, problem, problem_en }) => (
                                <li key={`${pointer} ${problem}`}>{pair(problem, problem_en)}</li>
                            ))}
                        </ul>
                    </Notice>
                )}
                <TextField required label={m.basis_no} hint={m.basis_no_hint} maxLength={100} {...form.field("basis_no")} />
                <DateField required label={m.basis_on} {...form.field("basis_on")} />
            </Form>
        </Dialog>
    );
}
