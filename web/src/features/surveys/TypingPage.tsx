import { useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { type Answers, progressOf, type Survey, toSend } from "../answering/asked.ts";
import { Missing } from "../answering/Missing.tsx";
import { ProgressLine } from "../answering/ProgressLine.tsx";
import { problemsBy } from "../answering/problems.ts";
import { Questions } from "../answering/Questions.tsx";
import { useAnswerKeys } from "../answering/useAnswerKeys.ts";
import { useNarrow } from "../skills/useNarrow.ts";
import { useOnce } from "../training/useOnce.ts";
import { words } from "./paper_words.ts";
import type { Wave } from "./waves.ts";

/** 用紙の入力: the code, then what the form says, then the next form. */
export function TypingPage() {
    const manages = useMay("survey_manage");
    const { wave: id } = useParams({ strict: false });
    const wave = api.useQuery("get", "/survey-waves/{id}", { params: { path: { id: Number(id) } } });
    if (!manages) return <Forbidden />;
    return <Ask query={wave}>{(found) => <OfWave wave={found} />}</Ask>;
}

function OfWave({ wave }: { wave: Wave }) {
    const m = useWords(words);
    const survey = api.useQuery("get", "/surveys/{id}", { params: { path: { id: wave.survey } } });
    const [typed, setTyped] = useState(0);
    return (
        <>
            <PageHead
                title={m.type_title}
                path={[
                    { label: m.surveys, to: "/surveys" },
                    { label: wave.name, to: `/surveys/waves/${wave.id}` },
                ]}
            >
                {m.type_lead} {typed > 0 && m.sent_count(typed)}
            </PageHead>
            {wave.takes_answers ? (
                <Ask query={survey}>
                    {(found) => (
                        <OneForm key={typed} wave={wave.id} survey={found.survey} onSent={() => setTyped((n) => n + 1)} />
                    )}
                </Ask>
            ) : (
                <Notice tone="warn">{m.closed}</Notice>
            )}
        </>
    );
}

function OneForm({ wave, survey, onSent }: { wave: number; survey: Survey; onSent: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    const narrow = useNarrow();
    const box = useRef<HTMLDivElement>(null);
    const [code, setCode] = useState("");
    const [answers, setAnswers] = useState<Answers>({});
    const [tried, setTried] = useState(0);
    const [pending, setPending] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const progress = progressOf(survey, answers);
    const sent = toSend(survey, answers);
    const refused = refusal ? problemsBy(survey, refusal, sent, pair) : {};
    const unknown = refusal?.code === "not_found" ? pair(refusal.detail, refusal.detail_en) : "";
    const must = tried > 0 ? Object.fromEntries(progress.missing.map((question) => [question.code, m.must_answer])) : {};
    const send = useOnce(async () => {
        setTried((n) => n + 1);
        if (code.trim() === "") return box.current?.querySelector("input")?.focus();
        if (progress.missing.length > 0) return;
        setPending(true);
        setRefusal(null);
        try {
            await server.POST("/survey-waves/{id}/paper-answers", {
                params: { path: { id: wave } },
                body: { code: code.trim(), answers: sent },
            });
            toast(m.sent);
            onSent();
            window.scrollTo({ top: 0 });
            void queries.invalidateQueries({ queryKey: ["get", "/survey-waves"] });
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setPending(false);
        }
    });
    useAnswerKeys(box, send);
    return (
        <div ref={box} className="max-w-3xl">
            <div className="mb-4 grid gap-4">
                {refusal && !unknown && Object.keys(refused).length === 0 && <Failure error={refusal} small />}
                <TextField
                    required
                    label={m.code}
                    hint={m.code_hint}
                    value={code}
                    onChange={setCode}
                    maxLength={40}
                    spellCheck={false}
                    autoComplete="off"
                    error={unknown || (tried > 0 && code.trim() === "" ? m.code_needed : undefined)}
                />
            </div>
            <ProgressLine progress={progress} />
            <Questions
                survey={survey}
                answers={answers}
                onAnswer={(answer) => {
                    setRefusal(null);
                    setAnswers((before) => ({ ...before, [answer.question]: answer }));
                }}
                problems={{ ...must, ...refused }}
                narrow={narrow}
            />
            <Missing survey={survey} missing={progress.missing} tried={code.trim() === "" ? 0 : tried} />
            <Button look="primary" className="mt-6" pending={pending} onPress={send}>
                {m.send}
            </Button>
        </div>
    );
}
