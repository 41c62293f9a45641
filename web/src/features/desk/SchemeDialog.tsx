import * as v from "valibot";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./adviser_words.ts";
import { type Scheme, wholeOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    name: string;
    name_en: string;
    provider: string;
    about: string;
    payer: string;
    max_days: string;
    max_hours: string;
    report_days: string;
    url: string;
    closed: boolean;
}

/** A scheme that sends advisers, with its rules: how many days and hours a year, until when a report is due. */
export function SchemeDialog({ scheme, onClose }: { scheme: Scheme | null; onClose: () => void }) {
    const m = useWords(words);
    const overtaking = useRevision(scheme?.revision ?? 0);
    const form = useForm<Values>({
        initial: scheme ? valuesOf(scheme) : empty,
        check: schemeCheck(m),
        draft: scheme ? `desk.scheme.${scheme.id}` : "desk.scheme.new",
        save: async (values) => {
            const body = bodyOf(values);
            if (scheme) await overtaking.save((revision) => desk.changeScheme(scheme.id, { ...body, revision }));
            else await desk.addScheme(body);
            toast(m.saved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={scheme ? m.change_scheme : m.add_scheme}>
            <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
                {scheme && (
                    <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                        <p className="font-bold">{scheme.name}</p>
                        <p>{scheme.about}</p>
                    </Overtaken>
                )}
                <TextField required label={m.scheme} maxLength={120} {...form.field("name")} />
                <TextField label={m.scheme_en} maxLength={160} {...form.field("name_en")} />
                <TextField label={m.provider} hint={m.provider_hint} maxLength={160} {...form.field("provider")} />
                <TextField label={m.about} lines={3} maxLength={2000} {...form.field("about")} />
                <TextField label={m.payer} hint={m.payer_hint} maxLength={500} {...form.field("payer")} />
                <TextField
                    label={m.max_days}
                    hint={m.no_limit_hint}
                    inputMode="numeric"
                    {...form.field("max_days")}
                    className="max-w-80"
                />
                <TextField
                    label={m.max_hours}
                    hint={m.no_limit_hint}
                    inputMode="numeric"
                    {...form.field("max_hours")}
                    className="max-w-80"
                />
                <TextField
                    label={m.report_days}
                    hint={m.report_days_hint}
                    inputMode="numeric"
                    {...form.field("report_days")}
                    className="max-w-80"
                />
                <TextField label={m.url} maxLength={500} {...form.field("url")} />
                <Checkbox checked={form.values.closed} onChange={(closed) => form.set("closed", closed)}>
                    {m.close}
                </Checkbox>
            </Form>
        </Dialog>
    );
}

const empty: Values = {
    name: "",
    name_en: "",
    provider: "",
    about: "",
    payer: "",
    max_days: "",
    max_hours: "",
    report_days: "",
    url: "",
    closed: false,
};

const typed = (n: number) => (n > 0 ? String(n) : "");

const valuesOf = ({ name, name_en, provider, about, payer, url, closed, ...rules }: Scheme): Values => ({
    name,
    name_en,
    provider,
    about,
    payer,
    url,
    closed,
    max_days: typed(rules.max_days),
    max_hours: typed(rules.max_hours),
    report_days: typed(rules.report_days),
});

const bodyOf = (values: Values): Schema<"SchemeForm"> => ({
    name: values.name.trim(),
    name_en: values.name_en.trim(),
    provider: values.provider.trim(),
    about: values.about.trim(),
    payer: values.payer.trim(),
    url: values.url.trim(),
    closed: values.closed,
    max_days: wholeOf(values.max_days) ?? 0,
    max_hours: wholeOf(values.max_hours) ?? 0,
    report_days: wholeOf(values.report_days) ?? 0,
});

function schemeCheck(m: ReturnType<typeof words.ja>) {
    const whole = v.pipe(
        v.string(),
        v.check((text) => text.trim() === "" || wholeOf(text) !== null, m.number_wrong),
    );
    return v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty()),
        name_en: v.string(),
        provider: v.string(),
        about: v.string(),
        payer: v.string(),
        max_days: whole,
        max_hours: whole,
        report_days: whole,
        url: v.string(),
        closed: v.boolean(),
    }) as unknown as v.GenericSchema<Values, unknown>;
}
