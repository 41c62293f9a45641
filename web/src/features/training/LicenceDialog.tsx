import { api, queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { fiscalYearOf, isoOf } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./licence_words.ts";
import { bodyOf, draftOf, type Licence, licenceCheck, newLicence } from "./licences.ts";

/** A licence as the office writes it; a new one runs to the end of the fiscal year. */
export function LicenceDialog({ licence, onClose }: { licence: Licence | null; onClose: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    const courses = api.useQuery("get", "/courses").data?.courses ?? [];
    const form = useForm({
        initial: licence ? draftOf(licence) : newLicence(today, isoOf(fiscalYearOf(today) + 1, 3, 31)),
        check: licenceCheck(m),
        draft: licence ? `licence.${licence.id}` : "licence.new",
        save: async (values) => {
            const body = bodyOf(values);
            if (licence) {
                await server.PATCH("/licences/{licence}", {
                    params: { path: { licence: licence.id } },
                    body: { ...body, revision: licence.revision },
                });
            } else {
                await server.POST("/licences", { body });
            }
            toast(licence ? m.saved : m.added);
            onClose();
            await queries.invalidateQueries();
        },
    });
    return (
        <Dialog open onClose={onClose} title={licence ? m.edit : m.add}>
            <Form form={form} submit={licence ? m.save : m.add} onCancel={onClose}>
                <TextField required label={m.name} hint={m.name_hint} maxLength={100} {...form.field("name")} />
                <Select
                    label={m.course}
                    hint={m.course_hint}
                    empty={m.no_course}
                    options={courses.map((one) => ({ value: one.code, label: pair(one.name, one.name_en) }))}
                    {...form.field("course")}
                />
                <TextField label={m.url} maxLength={2000} spellCheck={false} {...form.field("url")} />
                <TextField required inputMode="numeric" label={m.seats} {...form.field("seats")} />
                <DateField required label={m.valid_from} {...form.field("valid_from")} />
                <DateField required label={m.last_day} {...form.field("last_day")} />
                <TextField
                    label={m.eligibility}
                    hint={m.eligibility_hint}
                    lines={2}
                    maxLength={500}
                    spellCheck={false}
                    {...form.field("eligibility")}
                />
                <TextField label={m.note} lines={3} maxLength={2000} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
