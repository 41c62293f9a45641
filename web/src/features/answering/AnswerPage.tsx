import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { AnswerSheet } from "./AnswerSheet.tsx";
import type { Form } from "./form.ts";
import { Later } from "./Later.tsx";
import { SurveyPromise } from "./SurveyPromise.tsx";
import { words } from "./words.ts";

/** 調査に答える: what is promised, the questions on one screen, the thanks. */
export function AnswerPage() {
    const m = useWords(words);
    const { wave } = useParams({ strict: false });
    // What is on the screen is not asked again under somebody's fingers.
    const form = api.useQuery(
        "get",
        "/survey-waves/{id}/form",
        { params: { path: { id: Number(wave) } } },
        { meta: { frozen: true }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    );
    if (!form.data && form.error && refusalOf(form.error).status === 404)
        return <Nothing title={m.not_asked}>{m.not_asked_hint}</Nothing>;
    return <Ask query={form}>{(found) => <Found key={found.wave} form={found} />}</Ask>;
}

function Found({ form }: { form: Form }) {
    const m = useWords(words);
    const { today } = useMe();
    const [begun, setBegun] = useState(form.draft.length > 0);
    const [sent, setSent] = useState(false);
    if (sent || form.answered) return <Later form={form} now={sent} />;
    if (!form.takes_answers)
        return today > form.closes_on ? (
            <Nothing title={m.over}>
                <Over day={form.closes_on} />
            </Nothing>
        ) : (
            <Nothing title={m.not_now}>{m.not_now_hint}</Nothing>
        );
    if (!begun) return <Beginning form={form} onBegin={() => setBegun(true)} />;
    return <AnswerSheet form={form} onSent={() => setSent(true)} />;
}

function Over({ day }: { day: string }) {
    const m = useWords(words);
    const [before, after] = m.over_hint("\n").split("\n");
    return (
        <>
            {before}
            <Day iso={day} />
            {after}
        </>
    );
}

function Beginning({ form, onBegin }: { form: Form; onBegin: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const { survey } = form;
    return (
        <div className="mx-auto max-w-3xl">
            <PageHead title={pair(survey.title, survey.title_en)} path={[{ label: m.surveys, to: "/surveys" }]}>
                <span className="whitespace-pre-line">{pair(survey.intro, survey.intro_en)}</span>
            </PageHead>
            {form.note && (
                <div className="mb-6">
                    <Notice>
                        <span className="whitespace-pre-line">{form.note}</span>
                    </Notice>
                </div>
            )}
            <SurveyPromise form={form} />
            <p className="mt-4 text-quiet">{m.resumable}</p>
            <Button look="primary" className="mt-6 w-full sm:w-auto sm:min-w-48" onPress={onBegin}>
                {m.begin}
            </Button>
        </div>
    );
}

function Nothing({ title, children }: { title: string; children: ReactNode }) {
    const m = useWords(words);
    return (
        <>
            <PageHead title={title} path={[{ label: m.surveys, to: "/surveys" }]}>
                {children}
            </PageHead>
            <div className="flex flex-wrap gap-3">
                <LinkButton to="/">{m.to_home}</LinkButton>
                <LinkButton to="/surveys">{m.to_surveys}</LinkButton>
            </div>
        </>
    );
}
