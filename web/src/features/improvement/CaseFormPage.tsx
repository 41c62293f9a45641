import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useSending } from "../../api/sending.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { useRevision } from "../../ui/useRevision.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { SourceLink } from "../practice/SourceLink.tsx";
import { CaseFields } from "./CaseFields.tsx";
import { bodyOf, type Case, type CaseDraft, caseCheck, draftOfCase, draftOfNew } from "./cases.ts";
import { words as flow_words } from "./flow_words.ts";
import { words } from "./form_words.ts";
import { saidOf } from "./said.ts";

const number = (text: string) => (text ? Number(text) : undefined);

/** /improvement/new, filled in from a topic, a consultation or the case of another section. */
export function NewCasePage() {
    const [{ topic, consultation, case: from_case }] = useFilters(["topic", "consultation", "case"]);
    const query = api.useQuery(
        "get",
        "/cases/draft",
        { params: { query: { topic: number(topic), consultation: number(consultation), from_case: number(from_case) } } },
        { staleTime: Number.POSITIVE_INFINITY, meta: { frozen: true } },
    );
    const source = topic
        ? `topic.${topic}`
        : consultation
          ? `consultation.${consultation}`
          : from_case
            ? `case.${from_case}`
            : "";
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={12}>
                {(draft) => <Writing key={source} draft={draft} source={source} />}
            </Ask>
        </>
    );
}

export function EditCasePage() {
    const { case: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/cases/{case}", { params: { path: { case: Number(id) } } });
    const cost = api.useQuery("get", "/improvement/cost");
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={12}>
                {(shown) => <Ask query={cost}>{(hourly) => <Changing key={shown.id} shown={shown} hourly={hourly} />}</Ask>}
            </Ask>
        </>
    );
}

type Words = ReturnType<typeof words.ja>;

/** What each field of a case is called beside a colleague's. */
const fieldNames = (m: Words) => ({
    title: m.title,
    summary: m.summary,
    unit: m.unit,
    fiscal_year: m.fiscal_year,
    theme: m.theme,
    axes: m.axes,
    problem: m.problem,
    cause: m.cause,
    direction: m.direction,
    support: m.support,
    done: m.done,
    tools: m.tools,
    citizen_benefit: m.citizen_benefit,
    staff_benefit: m.staff_benefit,
    hours_used_for: m.hours_used_for,
    steps_before: m.steps_before,
    steps_after: m.steps_after,
    team: m.parts.team,
    files: m.files,
});

const page = (id: number) => ({ to: `/improvement/${id}` as "." });

function useCheck() {
    const m = useWords(words);
    const f = useWords(flow_words);
    return caseCheck({ wrong_steps: f.wrong_steps, no_unit: m.no_unit, wrong_yen: m.wrong_yen });
}

function Writing({ draft, source }: { draft: Schema<"CaseDraft">; source: string }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const keyed = useSending();
    const form = useForm<CaseDraft>({
        initial: draftOfNew(draft),
        check: useCheck(),
        draft: `case.new.${source}`,
        save: async (values) => {
            const { origin, adopted_from } = draft.form;
            const { data } = await keyed({ ...bodyOf(values), origin, adopted_from }, (body) => server.POST("/cases", { body }));
            toast(m.saved_new);
            await queries.invalidateQueries();
            if (data) await navigate(page(data.id));
        },
    });
    return (
        <>
            <PageHead title={m.new_title} path={[{ label: m.cases, to: "/improvement" }]}>
                {m.new_lead}
            </PageHead>
            <div className="grid max-w-4xl grid-cols-1 gap-6">
                {draft.source_title && (
                    <Notice title={draft.form.adopted_from ? m.adopting(draft.form.title) : m.from}>
                        <SourceLink url={draft.source_url}>{draft.source_title}</SourceLink>
                    </Notice>
                )}
                <CaseFields
                    form={form}
                    hourly={draft.hourly}
                    submit={m.save_new}
                    onCancel={() => void navigate({ to: "/improvement" })}
                />
            </div>
        </>
    );
}

function Changing({ shown, hourly }: { shown: Case; hourly: Schema<"CaseDraft">["hourly"] }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const path = { params: { path: { case: shown.id } } };
    const [first] = useState(shown);
    const known = useRevision<CaseDraft>({
        begun: { revision: first.revision, values: draftOfCase(first) },
        get: async () => {
            const { data } = await server.GET("/cases/{case}", path);
            if (!data) throw new Error("nothing was answered");
            return { revision: data.revision, values: draftOfCase(data) };
        },
    });
    const form = useForm<CaseDraft>({
        initial: known.base,
        check: useCheck(),
        draft: `case.${shown.id}`,
        save: known.guard(async (values, revision) => {
            await server.PUT("/cases/{case}", { ...path, body: { ...bodyOf(values), revision } });
            toast(m.saved);
            await queries.invalidateQueries();
            await navigate(page(shown.id));
        }),
    });
    return (
        <>
            <PageHead
                title={m.edit_title}
                path={[
                    { label: m.cases, to: "/improvement" },
                    { label: shown.title, to: `/improvement/${shown.id}` },
                ]}
            />
            <div className="grid max-w-4xl grid-cols-1 gap-6">
                {known.theirs && (
                    <Conflict
                        base={known.base}
                        mine={form.values}
                        theirs={known.theirs.values}
                        fields={fieldNames(m)}
                        said={saidOf}
                        onChoose={(values) => {
                            known.goOn();
                            for (const [name, value] of Object.entries(values)) form.set(name as "title", value as string);
                        }}
                    />
                )}
                <CaseFields form={form} hourly={hourly} submit={m.save} onCancel={() => void navigate(page(shown.id))} />
            </div>
        </>
    );
}
