import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./material_words.ts";

export function AddLink({ course, onClose }: { course: string; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { title: "", url: "https://" },
        check: v.object({
            title: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
            url: v.pipe(v.string(), v.trim(), v.regex(/^https?:\/\/\S+$/, m.url_wanted), v.maxLength(2000)),
        }),
        save: async ({ title, url }) => {
            await server.POST("/courses/{code}/materials", {
                params: { path: { code: course } },
                body: { title: title.trim(), url: url.trim() },
            });
            toast(m.added);
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.add_link}>
            <Form form={form} submit={m.add} onCancel={onClose}>
                <TextField required label={m.name} maxLength={200} {...form.field("title")} />
                <TextField required label={m.url} hint={m.url_hint} maxLength={2000} spellCheck={false} {...form.field("url")} />
            </Form>
        </Dialog>
    );
}
