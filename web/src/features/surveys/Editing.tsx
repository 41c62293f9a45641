import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useNarrow } from "../skills/useNarrow.ts";
import { type Chosen, chosenFrom, chosenText } from "./chosen.ts";
import { EditorNotices } from "./EditorNotices.tsx";
import { Exports } from "./Exports.tsx";
import { addQuestion, addSection, duplicateQuestion, removeQuestion, removeSection } from "./editing.ts";
import { words } from "./editor_words.ts";
import { HeadForm } from "./HeadForm.tsx";
import { IndicatorsForm } from "./IndicatorsForm.tsx";
import { Outline } from "./Outline.tsx";
import { Preview } from "./Preview.tsx";
import { QuestionForm } from "./QuestionForm.tsx";
import { SectionForm } from "./SectionForm.tsx";
import { terms } from "./terms.ts";
import { type Editor, useEditor } from "./useEditor.ts";

type Detail = Schema<"SurveyDetail">;

/** The editor: the questions, the form of the chosen one, and beside it the screen of those who answer. */
export function Editing({ detail }: { detail: Detail }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const editor = useEditor(detail);
    const [{ at }, setFilters] = useFilters(["at"]);
    const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
    const chosen = chosenFrom(at);
    const narrow = useNarrow();
    const form = useRef<HTMLDivElement>(null);
    const choose = (next: Chosen) => {
        setFilters({ at: chosenText(next) });
        // On a phone the form stands below the list.
        if (narrow) form.current?.scrollIntoView({ block: "start" });
    };
    const { survey } = editor;
    const save = async () => {
        if (await editor.save()) toast(m.saved);
    };
    const publish = async () => {
        if (!editor.dirty || (await editor.save())) setAsking("publish");
    };
    useSaveKey(() => void save());
    return (
        <>
            <PageHead
                title={pair(survey.title, survey.title_en)}
                path={[{ label: m.surveys, to: "/surveys" }]}
                aside={
                    <span className="inline-flex items-center gap-2">
                        <span className="text-quiet">{m.version(detail.summary.version)}</span>
                        <Badge tone="warn">{t.survey.draft}</Badge>
                    </span>
                }
                action={
                    <>
                        <Exports id={detail.summary.id} />
                        <Button look="quiet" onPress={() => setAsking("discard")}>
                            {m.discard}
                        </Button>
                        <Button disabled={editor.problems.length > 0} onPress={() => void publish()}>
                            {m.publish}
                        </Button>
                    </>
                }
            >
                {m.lead.draft}
            </PageHead>
            <EditorNotices editor={editor} onChoose={choose} />
            <div className="grid gap-8 desk:grid-cols-[14rem_minmax(0,1fr)_minmax(0,22rem)] desk:gap-6">
                <div className="desk:sticky desk:top-4 desk:max-h-[calc(100dvh-6rem)] desk:self-start desk:overflow-y-auto">
                    <Outline
                        survey={survey}
                        problems={editor.problems}
                        chosen={chosen}
                        onChoose={choose}
                        onAddQuestion={() => {
                            const section = chosen.section ?? sectionOf(editor, chosen.question);
                            const [, code] = addQuestion(survey, section, chosen.question);
                            editor.change((before) => addQuestion(before, section, chosen.question)[0]);
                            choose({ question: code });
                        }}
                        onAddSection={() => {
                            const [, code] = addSection(survey);
                            editor.change((before) => addSection(before)[0]);
                            choose({ section: code });
                        }}
                    />
                </div>
                <div ref={form} className="min-w-0 scroll-mt-4">
                    <ChosenForm editor={editor} chosen={chosen} onChoose={choose} />
                </div>
                <section aria-label={m.preview} className="min-w-0 desk:sticky desk:top-4 desk:self-start">
                    <h2 className="mb-1 text-std-18B-160">{m.preview}</h2>
                    <div
                        data-scroller
                        className="rounded-12 border border-line p-3 desk:max-h-[calc(100dvh-9rem)] desk:overflow-y-auto"
                    >
                        <Preview survey={survey} narrow at={chosen.question} />
                    </div>
                </section>
            </div>
            <SaveBar editor={editor} onSave={() => void save()} />
            {asking === "publish" && <PublishDialog id={detail.summary.id} onClose={() => setAsking(null)} />}
            {asking === "discard" && <DiscardDialog id={detail.summary.id} onClose={() => setAsking(null)} />}
        </>
    );
}

const sectionOf = ({ survey }: Editor, question: string | undefined) =>
    survey.questions.find(({ code }) => code === question)?.section ?? survey.sections.at(-1)?.code ?? "";

function ChosenForm({ editor, chosen, onChoose }: { editor: Editor; chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
    const m = useWords(words);
    const { survey, change, replace } = editor;
    const question = survey.questions.find(({ code }) => code === chosen.question);
    const section = survey.sections.find(({ code }) => code === chosen.section);
    if (chosen.indicators) return <IndicatorsForm survey={survey} onChange={change} />;
    if (section)
        return (
            <SectionForm
                key={section.code}
                survey={survey}
                section={section}
                onChange={change}
                onRemove={() => {
                    change(removeSection(section.code));
                    onChoose({});
                    toast(m.removed_section, { undo: () => replace(survey) });
                }}
            />
        );
    if (!question) return <HeadForm survey={survey} onChange={change} />;
    return (
        <QuestionForm
            key={question.code}
            survey={survey}
            question={question}
            onChange={change}
            onDuplicate={() => {
                const [next, copy] = duplicateQuestion(survey, question.code);
                replace(next);
                onChoose({ question: copy });
            }}
            onRemove={() => {
                const at = survey.questions.indexOf(question);
                const next = survey.questions[at + 1] ?? survey.questions[at - 1];
                change(removeQuestion(question.code));
                onChoose(next ? { question: next.code } : {});
                toast(m.removed, {
                    undo: () => {
                        replace(survey);
                        onChoose({ question: question.code });
                    },
                });
            }}
        />
    );
}

function SaveBar({ editor, onSave }: { editor: Editor; onSave: () => void }) {
    const m = useWords(words);
    return (
        <div className="sticky bottom-16 z-20 mt-6 flex flex-wrap items-center gap-3 rounded-8 border border-line bg-paper px-4 py-3 desk:bottom-4">
            <span aria-live="polite" className={editor.dirty ? "font-bold" : "text-quiet"}>
                {editor.dirty ? m.unsaved : m.all_saved}
            </span>
            <Button look="primary" className="ml-auto" disabled={!editor.dirty} pending={editor.saving} onPress={onSave}>
                {m.save}
            </Button>
        </div>
    );
}

/** Ctrl+S saves, as everywhere. */
function useSaveKey(save: () => void) {
    const pressed = useEffectEvent((event: KeyboardEvent) => {
        if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
    });
    useEffect(() => {
        const listen = (event: KeyboardEvent) => pressed(event);
        window.addEventListener("keydown", listen);
        return () => window.removeEventListener("keydown", listen);
    }, []);
}

function PublishDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const path = { params: { path: { id } } };
    const act = async () => {
        const { data } = await server.POST("/surveys/{id}/publish", path);
        toast(m.published);
        onClose();
        queries.setQueryData(["get", "/surveys/{id}", path], data);
        await queries.invalidateQueries();
    };
    return (
        <Sure title={m.publish_title} submit={m.publish} act={act} onClose={onClose}>
            {m.publish_hint}
        </Sure>
    );
}

function DiscardDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/surveys/{id}", { params: { path: { id } } });
        toast(m.discarded);
        await navigate({ to: "/surveys", search: { tab: "surveys" } as never });
        void queries.invalidateQueries({ queryKey: ["get", "/surveys"], exact: false });
    };
    return (
        <Sure danger title={m.discard_title} submit={m.discard} act={act} onClose={onClose}>
            {m.discard_hint}
        </Sure>
    );
}
