import { useNavigate } from "@tanstack/react-router";
import { use, useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { SaveBar } from "../../ui/SaveBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useDocument } from "../../ui/useDocument.ts";
import { CheckBadge } from "./CheckBadge.tsx";
import { addGroup, draftOf, type ListDraft, saidOf, savedOf } from "./checklist.ts";
import { words } from "./editor_words.ts";
import { GroupEditor } from "./GroupEditor.tsx";

type Detail = Schema<"CheckDetail">;

const path = (id: number) => ({ params: { path: { id } } });

/** The list while it is made: its days, its groups, its items. */
export function ChecklistEditor({ detail }: { detail: Detail }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { id, fiscal_year } = detail.summary;
    const [asking, setAsking] = useState<"open" | "discard" | null>(null);
    const [latest, setLatest] = useState(detail);
    const hear = (now: Detail) => {
        setLatest(now);
        queries.setQueryData(["get", "/selfchecks/{id}", path(id)], now);
        return savedOf(now);
    };
    const list = useDocument<ListDraft>({
        name: `selfcheck.${id}`,
        saved: savedOf(detail),
        put: async ({ revision, values }) => {
            const { data } = await server.PUT("/selfchecks/{id}", { ...path(id), body: draftOf(values, revision) });
            if (!data) throw new Error("nothing was answered");
            return hear(data);
        },
        get: async () => {
            const { data } = await server.GET("/selfchecks/{id}", path(id));
            if (!data) throw new Error("nothing was answered");
            return savedOf(data);
        },
    });
    const save = async () => {
        if (await list.save()) toast(m.saved);
    };
    const open = async () => {
        if (!list.dirty || (await list.save())) setAsking("open");
    };
    return (
        <div className="max-w-4xl">
            <PageHead
                title={m.title(fiscalYear(fiscal_year, language))}
                path={[{ label: m.selfcheck, to: "/selfcheck" }]}
                aside={<CheckBadge status="draft" />}
                action={
                    <>
                        <Button look="quiet" onPress={() => setAsking("discard")}>
                            {m.discard}
                        </Button>
                        <Button disabled={latest.problems.length > 0 && !list.dirty} onPress={() => void open()}>
                            {m.open}
                        </Button>
                    </>
                }
            >
                {m.lead(latest.sections_today)}
            </PageHead>
            <div className="mb-6 grid gap-4">
                {list.restored && (
                    <p className="flex flex-wrap items-center gap-x-4 text-quiet text-sm">
                        {m.restored}
                        <Button look="quiet" size="small" onPress={list.letGo}>
                            {m.let_go}
                        </Button>
                    </p>
                )}
                {list.refusal && <Failure error={list.refusal} small />}
                {list.theirs && (
                    <Conflict
                        base={list.base}
                        mine={list.values}
                        theirs={list.theirs.values}
                        fields={m.fields}
                        said={saidOf}
                        onChoose={list.choose}
                    />
                )}
                <Problems detail={latest} dirty={list.dirty} />
            </div>
            <HeadFields values={list.values} onChange={list.set} />
            {list.values.groups.map((group) => (
                <GroupEditor key={group.code} group={group} values={list.values} onChange={list.change} />
            ))}
            <Button onPress={() => list.change((values) => addGroup(values))}>{m.add_group}</Button>
            <SaveBar dirty={list.dirty} saving={list.saving} onSave={() => void save()} />
            {asking === "open" && <OpenDialog id={id} sections={latest.sections_today} onClose={() => setAsking(null)} />}
            {asking === "discard" && <DiscardDialog id={id} onClose={() => setAsking(null)} />}
        </div>
    );
}

function Problems({ detail, dirty }: { detail: Detail; dirty: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    if (detail.problems.length === 0 || dirty) return null;
    return (
        <Notice tone="warn" title={m.problems}>
            <ul className="list-disc pl-5">
                {detail.problems.map(({ pointer, problem, problem_en }) => (
                    <li key={pointer}>
                        {m.place(pointer)} {pair(problem, problem_en)}
                    </li>
                ))}
            </ul>
        </Notice>
    );
}

function HeadFields({ values, onChange }: { values: ListDraft; onChange: (part: Partial<ListDraft>) => void }) {
    const m = useWords(words);
    const f = m.fields;
    return (
        <Section title={m.head}>
            <div className="grid gap-5">
                <div className="grid gap-5 sm:grid-cols-2">
                    <DateField
                        required
                        label={f.opens_on}
                        value={values.opens_on}
                        onChange={(opens_on) => onChange({ opens_on })}
                    />
                    <DateField
                        required
                        label={f.closes_on}
                        value={values.closes_on}
                        onChange={(closes_on) => onChange({ closes_on })}
                    />
                </div>
                {(["title", "title_en", "intro", "intro_en", "source"] as const).map((name) => (
                    <TextField
                        key={name}
                        required={name === "title"}
                        label={f[name]}
                        className="max-w-3xl"
                        lines={name.startsWith("intro") ? 3 : undefined}
                        maxLength={name.startsWith("intro") ? 2000 : 200}
                        value={values[name]}
                        onChange={(text) => onChange({ [name]: text })}
                    />
                ))}
            </div>
        </Section>
    );
}

function OpenDialog({ id, sections, onClose }: { id: number; sections: number; onClose: () => void }) {
    const m = useWords(words);
    const act = async () => {
        const { data } = await server.POST("/selfchecks/{id}/open", path(id));
        toast(m.opened);
        onClose();
        if (data) queries.setQueryData(["get", "/selfchecks/{id}", path(id)], data);
        await queries.invalidateQueries({ queryKey: ["get", "/selfchecks"] });
    };
    return (
        <Sure title={m.open_title} submit={m.open} act={act} onClose={onClose}>
            {m.open_hint(sections)}
        </Sure>
    );
}

function DiscardDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/selfchecks/{id}", path(id));
        toast(m.discarded);
        await navigate({ to: "/selfcheck" });
        void queries.invalidateQueries({ queryKey: ["get", "/selfchecks"] });
    };
    return (
        <Sure danger title={m.discard_title} submit={m.discard} act={act} onClose={onClose}>
            {m.discard_hint}
        </Sure>
    );
}
