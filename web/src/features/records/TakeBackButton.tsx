import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./completions_words.ts";

interface Props {
    id: number;
    file: string;
    onUndone?: () => void;
    /** In a row of the table, where the file is named already. */
    short?: boolean;
}

/** Takes a whole list back, after a question. */
export function TakeBackButton({ id, file, onUndone, short }: Props) {
    const m = useWords(words);
    const [asking, setAsking] = useState(false);
    const [running, setRunning] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const take_back = async () => {
        setRunning(true);
        setProblem(null);
        try {
            await server.POST("/completions/imports/{id}/undo", { params: { path: { id } } });
            setAsking(false);
            toast(m.undone);
            await queries.invalidateQueries();
            onUndone?.();
        } catch (error) {
            setProblem(refusalOf(error));
        } finally {
            setRunning(false);
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
                    <Button look="danger" pending={running} onPress={() => void take_back()}>
                        {m.undo_short}
                    </Button>
                }
            >
                <p>{m.undo_text(file)}</p>
                {problem !== null && (
                    <div className="mt-3">
                        <Failure error={problem} small />
                    </div>
                )}
            </Dialog>
        </>
    );
}
