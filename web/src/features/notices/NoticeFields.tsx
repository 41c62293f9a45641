import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import { NoticeAudience } from "./NoticeAudience.tsx";
import { kinds, type NoticeDraft, type NoticeKind } from "./notices.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

interface Props {
    form: FormState<NoticeDraft>;
    /** Of a published one: whether everybody is asked to read it anew. */
    again?: boolean;
    onAgain?: (again: boolean) => void;
    onCancel: () => void;
}

export function NoticeFields({ form, again, onAgain, onCancel }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <div className="max-w-3xl">
            <Form form={form} submit={m.save} onCancel={onCancel}>
                <Select
                    required
                    className="max-w-xs"
                    label={m.f.kind}
                    options={kinds.map((value) => ({ value, label: t.kind[value] }))}
                    {...form.field("kind")}
                    onChange={(kind) => form.set("kind", kind as NoticeKind)}
                />
                <TextField required className="max-w-3xl" label={m.f.title} maxLength={100} {...form.field("title")} />
                <Writing
                    required
                    label={m.f.text}
                    hint={m.text_hint}
                    lines={8}
                    files={form.values.files}
                    onFiles={(files) => form.set("files", [...files])}
                    {...form.field("text")}
                />
                <TextField label={m.f.link} hint={m.link_hint} maxLength={500} {...form.field("link")} />
                <NoticeAudience label={m.f.audience} maxLength={500} {...form.field("audience")} />
                <div className="flex flex-wrap gap-6">
                    <DateField required label={m.f.from} {...form.field("from")} />
                    <DateField label={m.f.until} hint={m.until_hint} {...form.field("until")} />
                </div>
                <Checkbox
                    checked={form.values.important}
                    onChange={(important) => form.set("important", important)}
                    hint={m.important_hint}
                >
                    {m.important_label}
                </Checkbox>
                {again !== undefined && onAgain && (
                    <Checkbox checked={again} onChange={onAgain} hint={m.again_hint}>
                        {m.again}
                    </Checkbox>
                )}
            </Form>
        </div>
    );
}
