import { useState } from "react";
import { downloadUrl, queries, sendFile } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import { RefusedRows } from "../imports/RefusedRows.tsx";
import { words } from "./office_words.ts";
import { useOnce } from "./useOnce.ts";

type Report = Schema<"RollReport">;

const formats = [
    ["xlsx", "Excel"],
    ["csv", "CSV"],
    ["csv_cp932", "CSV (Shift_JIS)"],
] as const;

/** The roll out as a file and in again: looked at first, recorded whole or not at all. */
export function RollFile({ run }: { run: number }) {
    const m = useWords(words);
    const [looked, setLooked] = useState<{ file: File; report: Report } | null>(null);
    const [refusal, setRefusal] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const path = `/runs/${run}/roll`;

    const look = async (file: File) => {
        setBusy(true);
        setRefusal(null);
        try {
            setLooked({ file, report: await sendFile<Report>(path, file, { check: "true" }) });
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setBusy(false);
        }
    };
    const record = useOnce(async () => {
        if (!looked) return;
        try {
            const { marks } = await sendFile<Report>(path, looked.file);
            toast(m.roll_saved(marks.length));
            setLooked(null);
            await queries.invalidateQueries();
        } catch (error) {
            setRefusal(refusalOf(error));
        }
    });
    return (
        <details className="no-print mt-8 rounded-8 border border-line px-4 py-3">
            <summary className="cursor-pointer font-bold">{m.roll_file}</summary>
            <p className="mt-3 mb-3 text-quiet">{m.roll_lead}</p>
            <p className="mb-4 flex flex-wrap gap-2">
                {formats.map(([format, label]) => (
                    <a key={format} href={downloadUrl(path, { format })} download className={buttonLook("secondary", "small")}>
                        <Icon name="download" size={18} />
                        {label}
                    </a>
                ))}
            </p>
            {refusal !== null && (
                <div className="mb-4">
                    <Failure error={refusal} small />
                </div>
            )}
            {looked ? (
                <>
                    <Looked report={looked.report} />
                    <p className="mt-4 flex flex-wrap gap-3">
                        {looked.report.refused.length === 0 && looked.report.marks.length > 0 && (
                            <Button look="primary" onPress={record}>
                                {m.roll_save(looked.report.marks.length)}
                            </Button>
                        )}
                        <Button look="quiet" onPress={() => setLooked(null)}>
                            {m.roll_again}
                        </Button>
                    </p>
                </>
            ) : (
                <FileDrop
                    label={m.roll_take}
                    hint={m.roll_hint}
                    accept={[".csv", ".tsv", ".txt", ".xlsx"]}
                    max_bytes={16 * 1024 * 1024}
                    busy={busy}
                    onFile={(file) => void look(file)}
                />
            )}
        </details>
    );
}

function Looked({ report }: { report: Report }) {
    const m = useWords(words);
    if (report.refused.length > 0)
        return (
            <>
                <div className="mb-4">
                    <Notice tone="bad" title={m.roll_bad(report.refused.length)} live>
                        {m.roll_bad_hint}
                    </Notice>
                </div>
                <RefusedRows rows={report.refused} />
            </>
        );
    const changes = report.marks.length;
    return <Notice tone={changes > 0 ? "good" : "info"} title={changes > 0 ? m.roll_good(changes) : m.roll_same} live />;
}
