import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Coding } from "./Coding.tsx";
import { leftOver } from "./coding.ts";
import { words } from "./text_words.ts";

/** 自由記述: read and sorted into themes by the office; others see the themes. */
export function TextsPage() {
    const { wave: id, question = "" } = useParams({ strict: false });
    const wave = Number(id);
    const texts = api.useQuery("get", "/survey-waves/{id}/texts", { params: { path: { id: wave }, query: { question } } });
    return <Ask query={texts}>{(found) => <Found wave={wave} texts={found} />}</Ask>;
}

function Found({ wave, texts }: { wave: number; texts: Schema<"Texts"> }) {
    const m = useWords(words);
    const pair = usePair();
    const office = useMay("survey_manage");
    const results = api.useQuery("get", "/survey-waves/{id}/results", { params: { path: { id: wave }, query: {} } });
    const question = results.data?.survey.questions.find(({ code }) => code === texts.question);
    const title = question ? pair(question.text, question.text_en) : m.title;
    return (
        <>
            <PageHead
                title={title}
                path={[
                    { label: m.surveys, to: "/surveys" },
                    { label: m.results, to: `/surveys/waves/${wave}/results` },
                ]}
            >
                {!texts.too_few && (office ? m.lead(texts.texts.length, leftOver(texts.texts)) : m.lead_themes)}
            </PageHead>
            {texts.too_few ? (
                <EmptyState title={m.too_few} icon="people">
                    {m.too_few_hint}
                </EmptyState>
            ) : office ? (
                <Coding wave={wave} texts={texts} question={question} />
            ) : (
                <Themes themes={texts.themes} />
            )}
        </>
    );
}

function Themes({ themes }: { themes: readonly Schema<"Theme">[] }) {
    const m = useWords(words);
    const most = Math.max(1, ...themes.map(({ texts }) => texts));
    if (themes.length === 0) return <p className="text-quiet">{m.no_themes_yet}</p>;
    return (
        <ul className="grid max-w-2xl gap-2">
            {themes.map(({ id, name, texts }) => (
                <li key={id} className="grid grid-cols-[minmax(0,12rem)_minmax(0,1fr)_auto] items-center gap-3">
                    <span>{name}</span>
                    <span aria-hidden="true" className="h-4 overflow-hidden rounded-4 border border-line bg-paper">
                        <span className="block h-full bg-blue-800" style={{ width: `${(texts / most) * 100}%` }} />
                    </span>
                    <span className="tabular">{number(texts)}</span>
                </li>
            ))}
        </ul>
    );
}
