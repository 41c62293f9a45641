import { useNavigate } from "@tanstack/react-router";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { minutesOf } from "./agenda.ts";
import { words } from "./meeting_words.ts";

export interface HeadValues extends Record<string, unknown> {
    title: string;
    held_on: string;
    starts_at: string;
    place: string;
    note: string;
}

interface Props {
    /** None: a new meeting; else what is changed goes back to the page, which saves it with the agenda. */
    meeting: HeadValues | null;
    onChange?: (values: HeadValues) => void;
    onClose: () => void;
}

const none: HeadValues = { title: "", held_on: "", starts_at: "13:30", place: "", note: "" };
const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** "9:5" is no time; a time is sent as 09:05. */
const asSent = (time: string) => time.normalize("NFKC").trim().padStart(5, "0");

export function MeetingDialog({ meeting, onChange, onClose }: Props) {
    const m = useWords(words);
    const navigate = useNavigate();
    const form = useForm<HeadValues>({
        initial: meeting ?? none,
        draft: meeting ? undefined : "meeting.new",
        check: v.looseObject({
            title: filled,
            held_on: filled,
            starts_at: v.pipe(
                v.string(),
                v.check((time) => minutesOf(time) !== null, m.wrong_time),
            ),
        }) as unknown as v.GenericSchema<HeadValues, unknown>,
        save: async (values) => {
            const head = { ...values, title: values.title.trim(), starts_at: asSent(values.starts_at) };
            if (onChange) {
                onChange(head);
                return onClose();
            }
            const { data } = await server.POST("/meetings", { body: { ...head, items: [] } });
            toast(m.made);
            await queries.invalidateQueries({ queryKey: ["get", "/meetings"] });
            if (data) await navigate({ to: `/improvement/meetings/${data.id}` as "." });
        },
    });
    return (
        <Dialog open onClose={onClose} title={meeting ? m.change : m.add}>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <TextField required label={m.name} hint={m.name_hint} maxLength={100} {...form.field("title")} />
                <DateField required label={m.held_on} {...form.field("held_on")} />
                <TextField required className="w-40" label={m.starts_at} maxLength={5} {...form.field("starts_at")} />
                <TextField label={m.place} maxLength={100} {...form.field("place")} />
                <TextField label={m.note} lines={2} maxLength={1000} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
