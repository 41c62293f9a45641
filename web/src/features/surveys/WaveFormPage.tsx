import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Form } from "../../ui/Form.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { AudienceField } from "./AudienceField.tsx";
import { terms } from "./terms.ts";
import { words } from "./wave_words.ts";
import {
    all_readers,
    bodyOf,
    formOf,
    isPaired,
    kindFor,
    kinds,
    least_threshold,
    newWave,
    pairable,
    usual_threshold,
    usualKeysUntil,
    type Wave,
    type WaveDraft,
    waveCheck,
} from "./waves.ts";

type Summary = Schema<"SurveySummary">;

export function NewWavePage() {
    const may = useMay("survey_manage");
    const waves = api.useQuery("get", "/survey-waves");
    const surveys = api.useQuery("get", "/surveys");
    if (!may) return <Forbidden />;
    return (
        <Ask query={surveys} lines={8}>
            {(found) => (
                <Ask query={waves} lines={8}>
                    {({ waves }) => <WaveForm surveys={found.surveys} waves={waves} wave={null} />}
                </Ask>
            )}
        </Ask>
    );
}

export function EditWavePage() {
    const may = useMay("survey_manage");
    const { wave: id } = useParams({ strict: false });
    const waves = api.useQuery("get", "/survey-waves");
    const surveys = api.useQuery("get", "/surveys");
    const wave = api.useQuery("get", "/survey-waves/{id}", { params: { path: { id: Number(id) } } });
    if (!may) return <Forbidden />;
    return (
        <Ask query={surveys} lines={8}>
            {(found) => (
                <Ask query={waves} lines={8}>
                    {({ waves }) => (
                        <Ask query={wave} lines={8}>
                            {(one) => <WaveForm key={one.id} surveys={found.surveys} waves={waves} wave={one} />}
                        </Ask>
                    )}
                </Ask>
            )}
        </Ask>
    );
}

interface Props {
    surveys: readonly Summary[];
    waves: readonly Wave[];
    wave: Wave | null;
}

function WaveForm({ surveys, waves, wave }: Props) {
    const m = useWords(words);
    const { today } = useMe();
    const navigate = useNavigate();
    const [{ survey }] = useFilters(["survey"]);
    const published = surveys.filter(({ status }) => status === "published");
    // Whoever else changed it meanwhile is not overwritten, even if the newer one has been fetched since.
    const [revision] = useState(wave?.revision ?? 0);
    const page = (id: number) => ({ to: `/surveys/waves/${id}` as "." });
    const form = useForm<WaveDraft>({
        initial: wave
            ? formOf(wave)
            : { ...newWave(today, survey), kind: kindFor(published.find(({ id }) => String(id) === survey)?.purpose) },
        check: waveCheck(m),
        draft: wave ? `wave.${wave.id}` : `wave.new.${survey}`,
        save: async (values) => {
            const body = bodyOf(values);
            const { data } = wave
                ? await server.PUT("/survey-waves/{id}", { params: { path: { id: wave.id } }, body: { ...body, revision } })
                : await server.POST("/survey-waves", { body });
            toast(m.saved);
            await queries.invalidateQueries();
            if (data) await navigate(page(data.id));
        },
    });
    if (published.length === 0)
        return (
            <EmptyState
                title={m.no_survey}
                action={
                    <LinkButton to="/surveys" search={{ tab: "surveys" } as never}>
                        {m.to_surveys}
                    </LinkButton>
                }
            >
                {m.no_survey_hint}
            </EmptyState>
        );
    return (
        <>
            <PageHead title={wave ? m.edit_title : m.new_title} path={[{ label: m.surveys, to: "/surveys" }]}>
                {!wave && m.new_lead}
            </PageHead>
            <div className="max-w-3xl">
                <Form
                    form={form}
                    submit={m.save}
                    onCancel={() => void navigate(wave ? page(wave.id) : { to: "/surveys" as "." })}
                >
                    <What form={form} surveys={published} waves={waves} own={wave?.id ?? null} />
                    <Whom form={form} />
                    <When form={form} />
                    <Promised form={form} />
                    <TextField label={m.note} hint={m.note_hint} lines={3} maxLength={2000} {...form.field("note")} />
                </Form>
            </div>
        </>
    );
}

type Fields = ReturnType<typeof useForm<WaveDraft>>;

interface WhatProps {
    form: Fields;
    surveys: readonly Summary[];
    waves: readonly Wave[];
    own: number | null;
}

function What({ form, surveys, waves, own }: WhatProps) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { values, set } = form;
    const chosen = surveys.find(({ id }) => String(id) === values.survey);
    return (
        <>
            <Select
                required
                label={m.survey}
                hint={m.survey_hint}
                empty={m.choose}
                options={surveys.map(({ id, title, title_en, version }) => ({
                    value: String(id),
                    label: m.version(pair(title, title_en), version),
                }))}
                {...form.field("survey")}
                onChange={(id) => {
                    set("survey", id);
                    set("kind", kindFor(surveys.find((one) => String(one.id) === id)?.purpose));
                }}
            />
            <TextField required label={m.name} hint={m.name_hint} maxLength={100} {...form.field("name")} />
            <RadioGroup
                required
                label={m.kind}
                options={kinds.map((value) => ({ value, label: t.kind[value], hint: m.kind_hint[value] }))}
                {...form.field("kind")}
                onChange={(kind) => {
                    set("kind", kind);
                    set("keys_until", usualKeysUntil(values.closes_on, kind));
                }}
            />
            {isPaired(values.kind) && (
                <Select
                    label={m.pairs_with}
                    hint={m.pairs_with_hint}
                    empty={m.no_pair}
                    options={pairable(waves, own, chosen?.code).map(({ id, name }) => ({ value: String(id), label: name }))}
                    {...form.field("pairs_with")}
                    onChange={(id) => {
                        set("pairs_with", id);
                        const partner = waves.find((one) => String(one.id) === id);
                        if (partner) set("keys_until", partner.keys_until); // not longer than was promised there
                    }}
                />
            )}
        </>
    );
}

function Whom({ form }: { form: Fields }) {
    const m = useWords(words);
    return (
        <>
            <AudienceField
                label={m.audience}
                maxLength={500}
                on={form.values.as_of}
                threshold={Number(form.values.threshold)}
                {...form.field("audience")}
            />
            <DateField required label={m.as_of} {...form.field("as_of")} />
        </>
    );
}

function When({ form }: { form: Fields }) {
    const m = useWords(words);
    const { values, set } = form;
    return (
        <>
            <DateField required label={m.opens_on} {...form.field("opens_on")} />
            <DateField
                required
                label={m.closes_on}
                hint={m.closes_hint}
                {...form.field("closes_on")}
                onChange={(day) => {
                    const usual = values.keys_until === usualKeysUntil(values.closes_on, values.kind);
                    set("closes_on", day);
                    if (usual && day) set("keys_until", usualKeysUntil(day, values.kind));
                }}
            />
        </>
    );
}

const thresholds = [4, 5, 6, 7, 8, 10, 12, 15, 20].filter((n) => n >= least_threshold);

/** What is promised to those who answer, and cannot be changed afterwards. */
function Promised({ form }: { form: Fields }) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <>
            <Notice title={m.fixed_title}>{m.fixed}</Notice>
            <Select
                required
                label={m.threshold}
                hint={m.threshold_hint}
                options={thresholds.map((n) => ({
                    value: String(n),
                    label: n === usual_threshold ? m.threshold_usual(n) : m.threshold_of(n),
                }))}
                {...form.field("threshold")}
            />
            <RadioGroup
                required
                label={m.readers}
                options={all_readers.map((value) => ({ value, label: t.readers[value], hint: m.readers_hint[value] }))}
                {...form.field("readers")}
            />
            <DateField required label={m.keys_until} hint={m.keys_hint} {...form.field("keys_until")} />
        </>
    );
}
