import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { FormState } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import type { AskValues, QuestionValues } from "./asking.ts";
import type { Subject } from "./desk.ts";
import { SubjectField } from "./SubjectField.tsx";
import { words } from "./words.ts";

/** What it is about, what troubles us, what would be better, by when. */
export function AskForm({ form, subjects }: { form: FormState<AskValues>; subjects: readonly Subject[] }) {
    const m = useWords(words);
    return (
        <Form form={form} submit={m.send}>
            <SubjectField subjects={subjects} {...form.field("subject")} />
            <QuestionFields form={form as unknown as FormState<QuestionValues>} />
        </Form>
    );
}

/** The question itself, as it is asked and as it is changed later. */
export function QuestionFields({ form }: { form: FormState<QuestionValues> }) {
    const m = useWords(words);
    const { today } = useMe();
    const { field, set, values } = form;
    return (
        <>
            <TextField required label={m.what} hint={m.what_hint} maxLength={120} {...field("title")} className="max-w-3xl" />
            <Writing
                required
                label={m.trouble}
                hint={m.trouble_hint}
                lines={6}
                files={values.files}
                onFiles={(files) => set("files", [...files])}
                {...field("trouble")}
            />
            <TextField label={m.wanted} hint={m.wanted_hint} lines={3} {...field("wanted")} className="max-w-3xl" />
            <DateField label={m.wished} hint={m.wished_hint} min={today} {...field("wished_on")} />
            <Checkbox checked={values.shared} onChange={(shared) => set("shared", shared)} hint={m.shared_hint}>
                {m.shared}
            </Checkbox>
        </>
    );
}
