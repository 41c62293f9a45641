import { useState } from "react";
import * as v from "valibot";
import { queries, sendFile } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { PriorReport } from "./PriorReport.tsx";
import { words } from "./words.ts";

type Report = Schema<"PriorReport">;

/** A table of what was learned before: read and checked first, certified under a decision, all of it or none. */
export function PriorLearning({ level }: { level: Schema<"LevelRule"> }) {
    const m = useWords(words);
    const [checked, setChecked] = useState<{ file: File; report: Report } | null>(null);
    const [refusal, setRefusal] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const path = `/levels/${encodeURIComponent(level.level)}/prior-learning`;

    const look = async (file: File) => {
        setBusy(true);
        setRefusal(null);
        try {
            setChecked({ file, report: await sendFile<Report>(path, file, { check: "true" }) });
        } catch (error) {
            setRefusal(refusalOf(error));
        } finally {
            setBusy(false);
        }
    };
    const again = () => setChecked(null);

    return (
        <div className="max-w-4xl">
            <p className="mb-4 text-quiet">{m.prior_lead}</p>
            {refusal !== null && <Failure error={refusal} small />}
            {checked ? (
                <>
                    <PriorReport report={checked.report} />
                    {checked.report.refused.length === 0 && (
                        <Take path={path} file={checked.file} report={checked.report} onDone={again} />
                    )}
                    <Button look="quiet" className="mt-4" onPress={again}>
                        {m.prior_again}
                    </Button>
                </>
            ) : (
                <FileDrop
                    label={m.prior_file}
                    hint={m.prior_file_hint}
                    accept={[".csv", ".tsv", ".txt", ".xlsx"]}
                    max_bytes={16 * 1024 * 1024}
                    busy={busy}
                    onFile={(file) => void look(file)}
                />
            )}
        </div>
    );
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

function Take({ path, file, report, onDone }: { path: string; file: File; report: Report; onDone: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { basis_no: "", basis_on: "" },
        check: v.object({ basis_no: text, basis_on: text }),
        save: async (decision) => {
            const { rows } = await sendFile<Report>(path, file, decision);
            await queries.invalidateQueries();
            toast(m.prior_done(rows.length));
            onDone();
        },
    });
    return (
        <div className="mt-6">
            <Form form={form} submit={m.prior_take(report.rows.length)}>
                <TextField required label={m.basis_no} hint={m.basis_no_hint} {...form.field("basis_no")} />
                <DateField required label={m.basis_on} {...form.field("basis_on")} />
            </Form>
        </div>
    );
}
