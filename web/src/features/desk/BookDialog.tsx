import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import type { Line, Slot } from "./desk.ts";
import { words } from "./words.ts";
import { desk } from "./writing.ts";

interface Props {
    slot: Slot;
    day: string;
    mine: readonly Line[];
    onClose: () => void;
}

const check = v.object({ note: v.pipe(v.string(), v.maxLength(500)), consultation: v.string() });

/** A seat, or a place in the queue; with what it is about, so that whoever holds it can prepare. */
export function BookDialog({ slot, day, mine, onClose }: Props) {
    const m = useWords(words);
    const full = slot.taken >= slot.seats;
    const form = useForm({
        initial: { note: "", consultation: "" },
        check,
        save: async ({ note, consultation }) => {
            const body = { note: note.trim(), consultation: consultation ? Number(consultation) : null };
            const { data } = await desk.book(slot.id, body);
            toast(data?.status === "waiting" ? m.got_place(data.place) : m.got_seat);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={full ? m.wait_title : m.book_title}>
            <p className="mb-4">
                <strong>{slot.title}</strong>
                <span className="tabular block text-quiet">
                    {day} {slot.starts_at.slice(11)}–{slot.ends_at.slice(11)} {slot.place}
                </span>
            </p>
            <Form form={form} submit={full ? m.wait : m.book} onCancel={onClose}>
                {mine.length > 0 && (
                    <Select
                        label={m.about_consultation}
                        empty={m.about_none}
                        options={mine.map(({ id, title }) => ({ value: String(id), label: title }))}
                        {...form.field("consultation")}
                    />
                )}
                <TextField label={m.booking_note} hint={m.booking_note_hint} lines={2} maxLength={500} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
