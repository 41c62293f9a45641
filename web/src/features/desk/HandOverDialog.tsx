import * as v from "valibot";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./board_words.ts";
import { words as consultation_words } from "./consultation_words.ts";
import type { Line } from "./desk.ts";
import { OwnerChoice } from "./OwnerChoice.tsx";
import { desk } from "./writing.ts";

interface Props {
    from: Schema<"Adviser">;
    lines: readonly Line[];
    onClose: () => void;
}

/** All that rests on one goes to another, with a word to whoever takes it. */
export function HandOverDialog({ from, lines, onClose }: Props) {
    const m = useWords(words);
    const board = api.useQuery("get", "/desk/board");
    return (
        <Dialog open onClose={onClose} title={m.hand_over_title(from.name)}>
            <p>{m.hand_over_lead(lines.length)}</p>
            <ul className="mb-4 list-disc pl-6 text-table">
                {lines.map(({ id, no, title }) => (
                    <li key={id}>
                        <span className="tabular text-quiet">{no}</span> {title}
                    </li>
                ))}
            </ul>
            <Ask query={board} lines={4} small>
                {({ advisers }) => <HandOverForm from={from} lines={lines} advisers={advisers} onClose={onClose} />}
            </Ask>
        </Dialog>
    );
}

function HandOverForm({ from, lines, advisers, onClose }: Props & { advisers: readonly Schema<"Adviser">[] }) {
    const m = useWords(words);
    const c = useWords(consultation_words);
    const manages = useMay("manage_desk");
    const form = useForm({
        initial: { to: "", note: "", subjects_too: manages },
        check: v.object({
            to: v.pipe(v.string(), v.nonEmpty(c.choose_owner)),
            note: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
            subjects_too: v.boolean(),
        }),
        save: async ({ to, note, subjects_too }) => {
            const consultations = lines.map(({ id }) => id);
            const body = { from: from.staff, to: Number(to), consultations, note: note.trim(), subjects_too };
            const { data } = await desk.handOver(body);
            toast(m.handed_over(data?.consultations ?? 0));
            onClose();
        },
    });
    const others = advisers
        .filter(({ staff }) => staff !== from.staff)
        .map((one) => ({ ...one, of_subject: false, deputy: false }))
        .toSorted((a, b) => a.open - b.open);
    return (
        <Form form={form} submit={m.hand_over} onCancel={onClose}>
            <OwnerChoice candidates={others} {...form.field("to")} />
            <TextField
                required
                label={m.hand_over_note}
                hint={c.assign_reason_hint}
                lines={3}
                maxLength={500}
                {...form.field("note")}
            />
            {manages && (
                <Checkbox checked={form.values.subjects_too} onChange={(on) => form.set("subjects_too", on)}>
                    {m.subjects_too}
                </Checkbox>
            )}
        </Form>
    );
}
