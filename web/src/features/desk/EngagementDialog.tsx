import * as v from "valibot";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./adviser_words.ts";
import { type Engagement, hoursOf, minutesOf, type Scheme, wholeOf } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

interface Values extends Record<string, unknown> {
    scheme: string;
    adviser: string;
    affiliation: string;
    expertise: string;
    purpose: string;
    consultation: string;
    days: string;
    hours: string;
}

interface Props {
    engagement: Engagement | null;
    schemes: readonly Scheme[];
    /** The consultation it is asked for. */
    consultation: number | null;
    onClose: () => void;
}

/** Somebody from outside: under which scheme, for what, for how long. The server says when the scheme gives no more. */
export function EngagementDialog({ engagement, schemes, consultation, onClose }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { fiscal_year } = useAsOf();
    const lines = api.useQuery("get", "/desk/board").data?.lines ?? [];
    const overtaking = useRevision(engagement?.revision ?? 0);
    const form = useForm<Values>({
        initial: engagement ? valuesOf(engagement) : { ...empty, consultation: consultation ? String(consultation) : "" },
        check: engagementCheck(m),
        draft: engagement ? `desk.engagement.${engagement.id}` : `desk.engagement.new.${consultation ?? ""}`,
        save: async (values) => {
            const body = bodyOf(values, engagement?.fiscal_year ?? fiscal_year);
            if (engagement) await overtaking.save((revision) => desk.changeEngagement(engagement.id, { ...body, revision }));
            else await desk.addEngagement(body);
            toast(m.saved);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={engagement ? m.change_title : m.add}>
            <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
                {engagement && (
                    <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                        <p className="font-bold">{engagement.adviser}</p>
                        <p>{engagement.purpose}</p>
                    </Overtaken>
                )}
                <Select
                    required
                    label={m.scheme}
                    empty={m.choose}
                    options={schemes.map((one) => ({ value: String(one.id), label: pair(one.name, one.name_en) }))}
                    {...form.field("scheme")}
                />
                <TextField required label={m.adviser} maxLength={100} {...form.field("adviser")} />
                <TextField label={m.affiliation} maxLength={200} {...form.field("affiliation")} />
                <TextField label={m.expertise} hint={m.expertise_hint} maxLength={200} {...form.field("expertise")} />
                <TextField required label={m.purpose} lines={3} maxLength={2000} {...form.field("purpose")} />
                <Select
                    label={m.consultation}
                    empty={m.no_consultation}
                    options={lines.map((line) => ({ value: String(line.id), label: `${line.no} ${line.title}` }))}
                    {...form.field("consultation")}
                />
                <TextField required label={m.planned_days} inputMode="numeric" {...form.field("days")} className="max-w-80" />
                <TextField label={m.planned_hours} hint={m.hours_hint} {...form.field("hours")} className="max-w-80" />
            </Form>
        </Dialog>
    );
}

const empty: Values = {
    scheme: "",
    adviser: "",
    affiliation: "",
    expertise: "",
    purpose: "",
    consultation: "",
    days: "1",
    hours: "",
};

const valuesOf = (one: Engagement): Values => ({
    scheme: String(one.scheme),
    adviser: one.adviser,
    affiliation: one.affiliation,
    expertise: one.expertise,
    purpose: one.purpose,
    consultation: one.consultation ? String(one.consultation.id) : "",
    days: String(one.planned_days),
    hours: one.planned_minutes > 0 ? hoursOf(one.planned_minutes) : "",
});

const bodyOf = (values: Values, fiscal_year: number): Schema<"EngagementForm"> => ({
    scheme: Number(values.scheme),
    fiscal_year,
    adviser: values.adviser.trim(),
    affiliation: values.affiliation.trim(),
    expertise: values.expertise.trim(),
    purpose: values.purpose.trim(),
    consultation: values.consultation ? Number(values.consultation) : null,
    planned_days: wholeOf(values.days) ?? 0,
    planned_minutes: minutesOf(values.hours) ?? 0,
});

function engagementCheck(m: ReturnType<typeof words.ja>) {
    const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
    return v.object({
        scheme: v.pipe(v.string(), v.nonEmpty()),
        adviser: text,
        affiliation: v.string(),
        expertise: v.string(),
        purpose: text,
        consultation: v.string(),
        days: v.pipe(
            v.string(),
            v.check((typed) => (wholeOf(typed) ?? 0) > 0, m.number_wrong),
        ),
        hours: v.pipe(
            v.string(),
            v.check((typed) => typed.trim() === "" || minutesOf(typed) !== null, m.hours_wrong),
        ),
    }) as unknown as v.GenericSchema<Values, unknown>;
}
