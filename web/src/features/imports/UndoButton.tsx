import { useState } from "react";
import { server } from "../../api/client.ts";
import { Refusal, refusalOf } from "../../api/refusal.ts";
import { type JobFailure, useJob } from "../../api/useJob.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./words.ts";

interface Props {
    id: number;
    file: string;
    onUndone?: () => void;
    /** In a row of the list, where the file is named already. */
    short?: boolean;
}

/** Takes the last import back, after a question: what it wrote goes away. */
export function UndoButton({ id, file, onUndone, short }: Props) {
    const m = useWords(words);
    const [asking, setAsking] = useState(false);
    const [job, setJob] = useState<number | null>(null);
    const [problem, setProblem] = useState<Refusal | null>(null);
    const running = useJob(job, ({ state, result }) => {
        setJob(null);
        if (state !== "done") return setProblem(new Refusal(409, result as JobFailure));
        setAsking(false);
        toast(m.undone);
        onUndone?.();
    });
    const start = async () => {
        setProblem(null);
        try {
            const { data } = await server.POST("/imports/{id}/undo", { params: { path: { id } } });
            if (data) setJob(data.id);
        } catch (error) {
            setProblem(refusalOf(error));
        }
    };
    return (
        <>
            <Button size="small" aria-label={short ? `${m.undo}: ${file}` : undefined} onPress={() => setAsking(true)}>
                {short ? m.undo_short : m.undo}
            </Button>
            <Dialog
                open={asking}
                onClose={() => setAsking(false)}
                title={m.undo_title}
                actions={
                    <Button look="danger" pending={job !== null} onPress={() => void start()}>
                        {m.undo_go}
                    </Button>
                }
            >
                <p>{m.undo_text(file)}</p>
                {job !== null && (
                    <Meter label={m.undoing} share={(running.data?.progress ?? 0) / 100} step={running.data?.step} />
                )}
                {problem && (
                    <div className="mt-3">
                        <Failure error={problem} small />
                    </div>
                )}
            </Dialog>
        </>
    );
}
