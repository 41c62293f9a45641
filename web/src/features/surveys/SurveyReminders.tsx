import { useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./wave_words.ts";
import type { Wave } from "./waves.ts";

/** 督促: to those who have not answered, and to their heads as a number; what was sent stands below. */
export function SurveyReminders({ wave }: { wave: Wave }) {
    const m = useWords(words);
    const [asking, setAsking] = useState(false);
    const query = api.useQuery("get", "/survey-waves/{id}/reminders", { params: { path: { id: wave.id } } });
    return (
        <Section
            title={m.reminders}
            lead={query.data && (query.data.relay ? m.reminders_lead.relay : m.reminders_lead.no_relay)}
            action={
                wave.takes_answers && (
                    <Button size="small" onPress={() => setAsking(true)}>
                        {m.remind}
                    </Button>
                )
            }
        >
            <Ask query={query} small>
                {({ reminders }) =>
                    reminders.length === 0 ? <p className="text-quiet">{m.no_reminders}</p> : <History reminders={reminders} />
                }
            </Ask>
            {asking && <RemindDialog wave={wave.id} onClose={() => setAsking(false)} />}
        </Section>
    );
}

const cell = "border-line border-t px-3 py-2 text-left align-top";

function History({ reminders }: { reminders: readonly Schema<"SurveyReminder">[] }) {
    const m = useWords(words);
    return (
        <Scroll label={m.reminders} className="max-w-4xl overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table sm:min-w-[40rem]">
                <caption className="sr-only">{m.reminders}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        {[m.reminded_at, m.reminded_people, m.reminded_letters, m.reminded_without, m.reminded_heads].map(
                            (head) => (
                                <th key={head} scope="col" className="px-3 py-2">
                                    {head}
                                </th>
                            ),
                        )}
                    </tr>
                </thead>
                <tbody>
                    {reminders.map((one) => (
                        <tr key={one.reminded_at}>
                            <th scope="row" className={`${cell} font-normal`}>
                                <Moment at={one.reminded_at} />
                                <span className="block text-quiet text-sm">
                                    {one.reminded_by} {one.note}
                                </span>
                            </th>
                            <td className={`${cell} tabular`}>{m.count(one.people)}</td>
                            <td className={`${cell} tabular`}>{m.letters(one.letters)}</td>
                            <td className={`${cell} tabular`}>{m.count(one.without_address)}</td>
                            <td className={`${cell} tabular`}>{m.count(one.heads)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

const check = v.object({ note: v.pipe(v.string(), v.maxLength(1000)), heads: v.boolean() });

function RemindDialog({ wave, onClose }: { wave: number; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { note: "", heads: true },
        check,
        save: async ({ note, heads }) => {
            const { data } = await server.POST("/survey-waves/{id}/reminders", {
                params: { path: { id: wave } },
                body: { note: note.trim(), heads },
            });
            toast(m.reminded(data?.reminders[0]?.people ?? 0));
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.remind}>
            <Form form={form} submit={m.remind} onCancel={onClose}>
                <TextField label={m.remind_note} hint={m.remind_note_hint} lines={3} maxLength={1000} {...form.field("note")} />
                <Checkbox checked={form.values.heads} onChange={(on) => form.set("heads", on)} hint={m.remind_heads_hint}>
                    {m.remind_heads}
                </Checkbox>
            </Form>
        </Dialog>
    );
}
