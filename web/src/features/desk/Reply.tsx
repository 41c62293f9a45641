import * as v from "valibot";
import { useSending } from "../../api/sending.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { classes } from "../../ui/classes.ts";
import { Form } from "../../ui/Form.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { longest } from "../../ui/writing/counting.ts";
import { words } from "./consultation_words.ts";
import type { Consultation, File } from "./desk.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    kind: "reply" | "note";
    text: string;
    waits_for_asker: boolean;
    files: File[];
}

const check = v.object({
    kind: v.string(),
    text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest)),
    waits_for_asker: v.boolean(),
    files: v.array(v.any()),
}) as never;

/** The next message. For the desk it is said before a word is typed whether whoever asked will read it. */
export function Reply({ consultation: { id, is_desk, may } }: { consultation: Consultation }) {
    const m = useWords(words);
    const keyed = useSending();
    const form = useForm<Values>({
        initial: { kind: may.write ? "reply" : "note", text: "", waits_for_asker: false, files: [] },
        check,
        draft: `desk.reply.${id}`,
        save: async ({ kind, text, waits_for_asker, files }) => {
            const message = {
                text: text.trim(),
                is_private: kind === "note",
                waits_for_asker: kind === "reply" && waits_for_asker,
                files: files.map((file) => file.id),
            };
            await keyed(message, (body) => desk.say(id, body));
            toast(kind === "note" ? m.kept_note : m.sent);
            form.discard();
        },
    });
    const note = form.values.kind === "note";
    return (
        <section
            id="reply"
            aria-label={note ? m.write_note : m.write_reply}
            className={classes(
                "no-print scroll-mt-4 rounded-8 border-2 px-4 py-4",
                note ? "border-warn border-dashed bg-warn-wash" : "border-line-strong bg-paper",
            )}
        >
            <Form form={form} submit={note ? m.keep_note : m.send}>
                {may.note && may.write && (
                    <RadioGroup
                        inline
                        label={m.kind}
                        options={[
                            { value: "reply", label: m.kind_reply, hint: m.kind_reply_hint },
                            { value: "note", label: m.kind_note, hint: m.kind_note_hint },
                        ]}
                        {...form.field("kind")}
                    />
                )}
                <Writing
                    plain
                    label={note ? m.note_text : m.reply_text}
                    hint={note ? undefined : is_desk ? m.reply_hint_desk : m.reply_hint_asker}
                    lines={4}
                    files={form.values.files}
                    onFiles={(files) => form.set("files", [...files])}
                    onSend={() => void form.submit()}
                    {...form.field("text")}
                />
                {is_desk && !note && (
                    <Checkbox checked={form.values.waits_for_asker} onChange={(on) => form.set("waits_for_asker", on)}>
                        {m.wait_for_asker}
                    </Checkbox>
                )}
            </Form>
        </section>
    );
}
