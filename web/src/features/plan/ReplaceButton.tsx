import { useState } from "react";
import { queries, sendFile } from "../../api/client.ts";
import { type Refusal, refusalOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./words.ts";

const largest = 16 * 1024 * 1024;

/** A whole draft out of a file. A file with mistakes changes nothing and is answered with every place. */
export function ReplaceButton({ version }: { version: number }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    const [busy, setBusy] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const send = async (file: File) => {
        setBusy(true);
        setRefusal(null);
        try {
            const form = file.name.toLowerCase().endsWith(".xlsx") ? "xlsx" : "yaml";
            await sendFile(`/plan/versions/${version}/${form}`, file);
            await queries.invalidateQueries();
            toast(m.replaced);
            setOpen(false);
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <>
            <Button look="quiet" size="small" icon="upload" onPress={() => setOpen(true)}>
                {m.replace}
            </Button>
            <Dialog open={open} onClose={() => setOpen(false)} title={m.replace} wide>
                <p className="mb-4">{m.replace_lead}</p>
                {refusal && (refusal.problems.length > 0 ? <Places refusal={refusal} /> : <Failure error={refusal} small />)}
                <div className="mt-4">
                    <FileDrop
                        label={m.replace_label}
                        accept={[".xlsx", ".yaml", ".yml"]}
                        max_bytes={largest}
                        busy={busy}
                        onFile={(file) => void send(file)}
                    />
                </div>
            </Dialog>
        </>
    );
}

function Places({ refusal }: { refusal: Refusal }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Notice tone="bad" title={m.replace_problems(refusal.problems.length)} live>
            <Scroll label={m.problem} className="mt-2 max-h-72 overflow-auto">
                <table className="w-full text-table">
                    <thead>
                        <tr className="text-left">
                            <th scope="col" className="py-1 pr-4">
                                {m.place}
                            </th>
                            <th scope="col" className="py-1">
                                {m.problem}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {refusal.problems.map((one) => (
                            <tr key={one.pointer + one.problem} className="align-top">
                                <td className="border-line border-t py-1 pr-4">
                                    <code className="text-sm">{one.pointer}</code>
                                </td>
                                <td className="border-line border-t py-1">{pair(one.problem, one.problem_en)}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </Notice>
    );
}
