import * as v from "valibot";
import { useWords } from "../../i18n/words.ts";
import { Form } from "../../ui/Form.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { longest } from "../../ui/writing/counting.ts";
import { words } from "./consultation_words.ts";
import type { File, Message } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    text: string;
    files: File[];
}

/** One's own words, put better. */
export function EditMessage({ message, onClose }: { message: Message; onClose: () => void }) {
    const m = useWords(words);
    const overtaking = useRevision(message.revision);
    const form = useForm<Values>({
        initial: { text: message.text, files: message.files },
        check: v.object({
            text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest)),
            files: v.array(v.any()),
        }) as never,
        draft: `desk.message.${message.id}`,
        save: async ({ text, files }) => {
            const body = { text: text.trim(), files: files.map(({ id }) => id) };
            await overtaking.save((revision) => desk.rewrite(message.id, { ...body, revision }));
            toast(m.changed);
            onClose();
        },
    });
    return (
        <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
            <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                <Rich pieces={message.pieces} />
            </Overtaken>
            <Writing
                required
                label={message.is_private ? m.note_text : m.reply_text}
                lines={4}
                files={form.values.files}
                onFiles={(files) => form.set("files", [...files])}
                {...form.field("text")}
            />
        </Form>
    );
}
