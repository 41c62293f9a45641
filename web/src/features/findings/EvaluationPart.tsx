import { useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./evaluation_words.ts";

type Setting = Schema<"EvaluationSetting">;
type Summary = Schema<"SurveySummary">;

/** 研修の効果: which questionnaires come with every run of a course. */
export function EvaluationPart() {
    const setting = api.useQuery("get", "/course-evaluations/setting");
    const surveys = api.useQuery("get", "/surveys");
    return (
        <Ask query={surveys}>
            {(list) => (
                <Ask query={setting}>
                    {(found) => <SettingForm key={found.revision} setting={found} surveys={list.surveys} />}
                </Ask>
            )}
        </Ask>
    );
}

const bounds = { answer_days: [1, 90], follow_up_after_days: [14, 365] } as const;
const thresholds = [4, 5, 6, 7, 8, 10, 12, 15, 20];

const text = (id: number | null) => (id === null ? "" : String(id));
const idOf = (value: string) => (value ? Number(value) : null);

function SettingForm({ setting, surveys }: { setting: Setting; surveys: readonly Summary[] }) {
    const m = useWords(words);
    const pair = usePair();
    const [revision] = useState(setting.revision);
    const within = ([least, most]: readonly [number, number]) =>
        v.pipe(
            v.string(),
            v.check((typed) => /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most, m.days(least, most)),
        );
    const initial = {
        on: setting.on,
        awareness: text(setting.awareness),
        reaction: text(setting.reaction),
        follow_up: text(setting.follow_up),
        answer_days: String(setting.answer_days),
        follow_up_after_days: String(setting.follow_up_after_days),
        threshold: String(setting.threshold),
    };
    const form = useForm({
        initial,
        check: v.looseObject({
            answer_days: within(bounds.answer_days),
            follow_up_after_days: within(bounds.follow_up_after_days),
        }) as unknown as v.GenericSchema<typeof initial, unknown>,
        save: async (values) => {
            await server.PUT("/course-evaluations/setting", {
                body: {
                    on: values.on,
                    awareness: idOf(values.awareness),
                    reaction: idOf(values.reaction),
                    follow_up: idOf(values.follow_up),
                    answer_days: Number(values.answer_days),
                    follow_up_after_days: Number(values.follow_up_after_days),
                    threshold: Number(values.threshold),
                    revision,
                },
            });
            toast(m.saved);
            await queries.invalidateQueries({ queryKey: ["get", "/course-evaluations/setting"] });
        },
    });
    const published = surveys.filter(({ status }) => status === "published");
    const offers = (purpose: Summary["purpose"], chosen: string) =>
        published
            .filter((one) => one.purpose === purpose || String(one.id) === chosen)
            .map(({ id, title, title_en, version }) => ({ value: String(id), label: m.version(pair(title, title_en), version) }));
    return (
        <>
            <p className="mb-6 max-w-3xl text-quiet">{m.setting_lead}</p>
            {published.length === 0 && (
                <div className="mb-6 max-w-3xl">
                    <Notice>{m.no_surveys}</Notice>
                </div>
            )}
            <Form form={form} submit={m.save}>
                <Checkbox checked={form.values.on} onChange={(on) => form.set("on", on)} hint={m.on_hint}>
                    {m.on}
                </Checkbox>
                {(["awareness", "reaction", "follow_up"] as const).map((name) => (
                    <Select
                        key={name}
                        plain
                        label={m[name]}
                        hint={m.hint[name]}
                        empty={m.not_asked}
                        options={offers(name, form.values[name])}
                        {...form.field(name)}
                    />
                ))}
                <TextField plain inputMode="numeric" label={m.answer_days} {...form.field("answer_days")} />
                <TextField
                    plain
                    inputMode="numeric"
                    label={m.follow_up_after_days}
                    hint={m.follow_up_after_hint}
                    {...form.field("follow_up_after_days")}
                />
                <Select
                    plain
                    label={m.threshold}
                    options={thresholds.map((n) => ({ value: String(n), label: m.threshold_of(n) }))}
                    {...form.field("threshold")}
                />
            </Form>
        </>
    );
}
