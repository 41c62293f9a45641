import { use, useState } from "react";
import { downloadUrl, server } from "../../api/client.ts";
import { Refusal, refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { type JobFailure, useJob } from "../../api/useJob.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { useWords } from "../../i18n/words.ts";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "./words.ts";

interface Props {
    holders: readonly Schema<"LevelHolder">[];
    onClose: () => void;
    onDone: () => void;
}

/** Certificates of several people as one PDF, made by a job while this stays open. */
export function PrintDialog({ holders, onClose, onDone }: Props) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [job, setJob] = useState<number | null>(null);
    const [made, setMade] = useState<number | null>(null);
    const [problem, setProblem] = useState<Refusal | null>(null);
    const printable = holders.filter(({ number }) => number);
    const running = useJob(job, ({ id, state, result }) => {
        setJob(null);
        if (state === "done") setMade(id);
        else setProblem(new Refusal(409, result as JobFailure));
    });
    const start = async () => {
        setProblem(null);
        try {
            const { data } = await server.POST("/certificates/prints", {
                body: { certifications: printable.map(({ certification }) => certification), language },
            });
            if (data) setJob(data.id);
        } catch (error) {
            setProblem(refusalOf(error));
        }
    };
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.pdf_title(printable.length)}
            actions={
                made === null ? (
                    <Button look="primary" pending={job !== null} disabled={printable.length === 0} onPress={() => void start()}>
                        {m.pdf_make}
                    </Button>
                ) : (
                    <a
                        download
                        className={buttonLook("primary")}
                        href={downloadUrl(`/certificates/prints/${made}`)}
                        onClick={() => {
                            onDone();
                            onClose();
                        }}
                    >
                        {m.pdf_fetch}
                    </a>
                )
            }
        >
            <p>{m.pdf_lead}</p>
            {printable.length < holders.length && (
                <div className="mt-3">
                    <Notice tone="warn">{m.pdf_without(holders.length - printable.length)}</Notice>
                </div>
            )}
            {job !== null && <Meter label={m.pdf_making} share={(running.data?.progress ?? 0) / 100} step={running.data?.step} />}
            {made !== null && <p className="mt-3 font-bold">{m.pdf_made(printable.length)}</p>}
            {problem && (
                <div className="mt-3">
                    <Failure error={problem} small />
                </div>
            )}
        </Dialog>
    );
}
