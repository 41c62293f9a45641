import { use } from "react";
import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { usualDays } from "./sections.ts";
import { words } from "./words.ts";

export function FreezeDialog({ onClose }: { onClose: () => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { today } = useMe();
    const days = usualDays(today);
    const form = useForm({
        initial: { counted_on: days[0] ?? today, note: "" },
        check: v.object({ counted_on: v.pipe(v.string(), v.nonEmpty()), note: v.pipe(v.string(), v.maxLength(200)) }),
        save: async (body) => {
            await server.POST("/targets/snapshots", { body });
            await queries.invalidateQueries();
            toast(m.taken);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.take}>
            <p className="mb-4 text-quiet">{m.take_lead}</p>
            <Form form={form} submit={m.take_button} onCancel={onClose}>
                <div>
                    <DateField required label={m.counted_on} {...form.field("counted_on")} />
                    <p className="mt-2 flex flex-wrap items-center gap-2 text-table">
                        <span className="text-quiet">{m.quick}</span>
                        {days.map((day) => (
                            <Button key={day} look="quiet" size="small" onPress={() => form.set("counted_on", day)}>
                                {shortDate(day, language)}
                            </Button>
                        ))}
                    </p>
                </div>
                <TextField label={m.note} {...form.field("note")} />
            </Form>
        </Dialog>
    );
}
