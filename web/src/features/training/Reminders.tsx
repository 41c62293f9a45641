import { useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
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
import { words } from "./office_words.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

interface Props {
    course: string;
    unit: number | null;
}

/** 督促: who is on the list is told by mail, where the house has a relay; what came of it stands below. */
export function Reminders({ course, unit }: Props) {
    const m = useWords(words);
    const [asking, setAsking] = useState(false);
    const query = api.useQuery("get", "/reminders");
    const relay = query.data?.relay ?? false;
    return (
        <div className="no-print mt-10">
            <Section
                title={m.reminders}
                lead={query.data && (relay ? m.reminders_lead : m.reminders_no_relay)}
                action={
                    relay && (
                        <Button size="small" onPress={() => setAsking(true)}>
                            {m.remind}
                        </Button>
                    )
                }
            >
                <Ask query={query} small>
                    {({ rounds, failed }) => (
                        <>
                            {relay && rounds.length === 0 && <p className="text-quiet">{m.no_rounds}</p>}
                            {rounds.length > 0 && <Rounds rounds={rounds} />}
                            {failed.length > 0 && <Failed letters={failed} />}
                        </>
                    )}
                </Ask>
            </Section>
            {asking && <RemindDialog course={course} unit={unit} onClose={() => setAsking(false)} />}
        </div>
    );
}

const cell = "border-line border-t px-3 py-2 text-left align-top";

function Rounds({ rounds }: { rounds: readonly Schema<"ReminderRound">[] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Scroll label={m.reminders} className="max-w-4xl overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table sm:min-w-[40rem]">
                <caption className="sr-only">{m.reminders}</caption>
                <thead>
                    <tr className="bg-solid-gray-50 text-left">
                        {[m.round_at, m.remind_course, m.round_people, m.round_letters, m.round_without].map((head) => (
                            <th key={head} scope="col" className="px-3 py-2">
                                {head}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rounds.map((one) => (
                        <tr key={one.id}>
                            <th scope="row" className={`${cell} font-normal`}>
                                <Moment at={one.created_at} />
                                <span className="block text-quiet text-sm">{one.created_by}</span>
                            </th>
                            <td className={cell}>
                                {pair(one.course_name, one.course_name_en) || m.all_courses}
                                {one.unit_name && <span className="block text-quiet text-sm">{one.unit_name}</span>}
                            </td>
                            <td className={`${cell} tabular`}>{m.people_count(one.people)}</td>
                            <td className={`${cell} tabular`}>{m.round_sent(one.sent, one.letters)}</td>
                            <td className={`${cell} tabular`}>{m.people_count(one.without_address)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

function Failed({ letters }: { letters: readonly Schema<"FailedLetter">[] }) {
    const m = useWords(words);
    const { failed } = useMoves();
    const again = useOnce(async () => {
        try {
            await server.POST("/reminders/retry");
            toast(m.tried_again);
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    });
    return (
        <div className="mt-6 max-w-4xl">
            <div className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
                <h3 className="font-bold">{m.failed_letters(letters.length)}</h3>
                <Button size="small" onPress={again}>
                    {m.try_again}
                </Button>
            </div>
            <ul className="text-table">
                {letters.map((one) => (
                    <li key={one.id} className="flex flex-wrap gap-x-4 border-line border-b py-1 first:border-t">
                        <span className="basis-32">{one.name}</span>
                        <span className="break-all text-quiet">{one.address}</span>
                        <span className="basis-60 grow">{one.error}</span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

const check = v.object({ note: v.pipe(v.string(), v.maxLength(1000)), heads: v.boolean() });

function RemindDialog({ course, unit, onClose }: Props & { onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { note: "", heads: true },
        check,
        save: async ({ note, heads }) => {
            const { data } = await server.POST("/reminders", { body: { course, unit, note: note.trim(), heads } });
            if (data) toast(m.reminded(data.letters, data.without_address));
            await queries.invalidateQueries();
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.remind_title}>
            <Form form={form} submit={m.remind} onCancel={onClose}>
                <TextField label={m.remind_note} hint={m.remind_note_hint} lines={3} maxLength={1000} {...form.field("note")} />
                <Checkbox checked={form.values.heads} onChange={(on) => form.set("heads", on)} hint={m.remind_heads_hint}>
                    {m.remind_heads}
                </Checkbox>
            </Form>
        </Dialog>
    );
}
