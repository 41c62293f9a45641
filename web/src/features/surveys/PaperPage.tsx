import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { useOnce } from "../training/useOnce.ts";
import { PaperForm } from "./PaperForm.tsx";
import { words } from "./paper_words.ts";

type Forms = Schema<"PaperForms">;

/** 回答用紙: a form a person of a section, made when asked for and printed at once. */
export function PaperPage() {
    const reads = useMay("survey_read");
    const manages = useMay("survey_manage");
    const { wave } = useParams({ strict: false });
    const [forms, setForms] = useState<Forms | null>(null);
    if (!manages && !reads) return <Forbidden />;
    return forms ? <Sheets forms={forms} onAgain={() => setForms(null)} /> : <Making wave={Number(wave)} onMade={setForms} />;
}

function Making({ wave, onMade }: { wave: number; onMade: (forms: Forms) => void }) {
    const m = useWords(words);
    const me = useMe();
    const manages = useMay("survey_manage");
    const [unit, setUnit] = useState<number | null>(manages ? null : me.unit);
    const [needed, setNeeded] = useState(false);
    const [pending, setPending] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const make = useOnce(async () => {
        setNeeded(unit === null);
        if (unit === null) return;
        setPending(true);
        setProblem(null);
        try {
            const { data } = await server.POST("/survey-waves/{id}/paper", { params: { path: { id: wave } }, body: { unit } });
            if (data) onMade(data);
        } catch (error) {
            setProblem(refusalOf(error));
        } finally {
            setPending(false);
        }
    });
    return (
        <>
            <PageHead title={m.title} path={[{ label: m.surveys, to: "/surveys" }]}>
                {m.lead}
            </PageHead>
            <div className="grid max-w-xl gap-6">
                {problem !== null && <Failure error={problem} small />}
                <UnitPicker
                    required
                    label={m.unit}
                    hint={m.unit_hint}
                    everything=""
                    value={unit}
                    onChange={setUnit}
                    error={needed && unit === null ? m.unit_needed : undefined}
                />
                <p className="text-quiet text-sm">{m.codes_end}</p>
                <div>
                    <Button look="primary" pending={pending} onPress={make}>
                        {m.make}
                    </Button>
                </div>
            </div>
        </>
    );
}

function Sheets({ forms, onAgain }: { forms: Forms; onAgain: () => void }) {
    const m = useWords(words);
    return (
        <div data-print="alone">
            <div className="no-print">
                <PageHead
                    title={m.title}
                    path={[{ label: m.surveys, to: "/surveys" }]}
                    action={
                        <>
                            <Button onPress={onAgain}>{m.again}</Button>
                            <Button look="primary" icon="print" onPress={() => window.print()}>
                                {m.print}
                            </Button>
                        </>
                    }
                >
                    {m.made(forms.forms.length)}
                </PageHead>
            </div>
            {forms.forms.map((person) => (
                <PaperForm key={person.code} form={forms.form} person={person} />
            ))}
        </div>
    );
}
