import { useEffect, useRef, useState } from "react";
import { queries, server } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { useNarrow } from "../skills/useNarrow.ts";
import { useOnce } from "../training/useOnce.ts";
import { type Answer, progressOf, toSend } from "./asked.ts";
import type { Form } from "./form.ts";
import { Missing } from "./Missing.tsx";
import { ProgressLine } from "./ProgressLine.tsx";
import { problemsBy } from "./problems.ts";
import { Questions } from "./Questions.tsx";
import { SurveyPromise } from "./SurveyPromise.tsx";
import { useAnswerKeys } from "./useAnswerKeys.ts";
import { useKeptDraft } from "./useKeptDraft.ts";
import { words } from "./words.ts";

interface Props {
    form: Form;
    onSent: () => void;
}

/** All questions on one screen, kept as one goes, sent once. */
export function AnswerSheet({ form, onSent }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const { survey } = form;
    const { answers, answer, kept, end } = useKeptDraft(form.wave, form.draft);
    const [asking, setAsking] = useState(false);
    const [tried, setTried] = useState(0);
    const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
    const box = useRef<HTMLDivElement>(null);
    const progress = progressOf(survey, answers);
    const problems = {
        ...(tried > 0 && Object.fromEntries(progress.missing.map(({ code }) => [code, m.must_answer]))),
        ...refused,
    };
    const ready = () => {
        if (progress.missing.length === 0) return setAsking(true);
        setTried((n) => n + 1);
    };
    useAnswerKeys(box, () => !asking && ready());
    useEffect(() => box.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }), []);

    return (
        <div ref={box} className="mx-auto max-w-3xl">
            <PageHead title={pair(survey.title, survey.title_en)} path={[{ label: m.surveys, to: "/surveys" }]}>
                {form.draft.length > 0 && m.resumed}
            </PageHead>
            <details className="mb-4">
                <summary className="cursor-pointer text-primary underline underline-offset-4">{m.promise}</summary>
                <div className="mt-2">
                    <SurveyPromise form={form} />
                </div>
            </details>
            <ProgressLine progress={progress} kept={kept} />
            <Questions
                survey={survey}
                answers={answers}
                onAnswer={(given) => {
                    setRefused(({ [given.question]: _, ...others }) => others);
                    answer(given);
                }}
                problems={problems}
                narrow={useNarrow()}
            />
            <Missing survey={survey} missing={progress.missing} tried={tried} />
            <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
                <Button look="primary" className="w-full sm:w-auto sm:min-w-48" onPress={ready}>
                    {m.send}
                </Button>
                <p className="hidden text-quiet text-sm desk:block">{m.keys}</p>
            </div>
            {asking && (
                <Sending
                    form={form}
                    answers={toSend(survey, answers)}
                    left={progress.asked - progress.answered}
                    onClose={() => setAsking(false)}
                    onWrong={(wrong) => {
                        setAsking(false);
                        setRefused(wrong);
                        setTried((n) => n + 1);
                    }}
                    onSent={() => {
                        end();
                        onSent();
                    }}
                />
            )}
        </div>
    );
}

interface SendingProps {
    form: Form;
    answers: Answer[];
    /** Questions that are left out. */
    left: number;
    onClose: () => void;
    /** What the server found wrong, by question. */
    onWrong: (problems: Record<string, string>) => void;
    onSent: () => void;
}

/** The last look before what cannot be taken back. */
function Sending({ form, answers, left, onClose, onWrong, onSent }: SendingProps) {
    const m = useWords(words);
    const pair = usePair();
    const [pending, setPending] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const send = useOnce(async () => {
        setPending(true);
        setRefusal(null);
        try {
            await server.POST("/survey-waves/{id}/answers", { params: { path: { id: form.wave } }, body: { answers } });
            onSent();
            void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== "/survey-waves/{id}/form" });
        } catch (error) {
            const refused = refusalOf(error);
            // It had arrived, only the word of it was lost on the way.
            if (refused.code === "already_exists") return onSent();
            const wrong = problemsBy(form.survey, refused, answers, pair);
            if (Object.keys(wrong).length > 0) return onWrong(wrong);
            setRefusal(refused);
        } finally {
            setPending(false);
        }
    });
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.send_title}
            actions={
                <>
                    <Button onPress={onClose}>{m.back}</Button>
                    <Button autoFocus look="primary" pending={pending} onPress={send}>
                        {m.send}
                    </Button>
                </>
            }
        >
            {left > 0 && <p className="mb-2">{m.send_some(left)}</p>}
            <p>{m.send_hint}</p>
            {refusal && (
                <div className="mt-4">
                    <Failure error={refusal} small />
                </div>
            )}
        </Dialog>
    );
}
