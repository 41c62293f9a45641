import { useState } from "react";
import { queries, sendFile } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./material_words.ts";

const largest = 20 * 1024 * 1024;
/** What the server keeps. */
const endings = [".pdf", ".docx", ".pptx", ".xlsx", ".txt", ".csv", ".png", ".jpg", ".jpeg", ".mp4"] as const;

export function AddFile({ course, onClose }: { course: string; onClose: () => void }) {
    const m = useWords(words);
    const [title, setTitle] = useState("");
    const [busy, setBusy] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const send = async (file: File) => {
        setBusy(true);
        setRefusal(null);
        try {
            await sendFile(`/courses/${encodeURIComponent(course)}/materials`, file, { title: title.trim() });
            toast(m.added);
            await queries.invalidateQueries();
            onClose();
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <Dialog open onClose={onClose} title={m.add_file}>
            <div className="grid gap-6">
                {refusal && <Failure error={refusal} small />}
                <TextField label={m.name} hint={m.name_hint} maxLength={200} value={title} onChange={setTitle} />
                <FileDrop
                    label={m.add_file}
                    hint={m.file_hint}
                    accept={endings}
                    max_bytes={largest}
                    busy={busy}
                    onFile={(file) => void send(file)}
                />
            </div>
        </Dialog>
    );
}
