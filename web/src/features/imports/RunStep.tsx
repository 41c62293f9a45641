import { useState } from "react";
import { server } from "../../api/client.ts";
import { Refusal, refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { type Job, type JobFailure, useJob } from "../../api/useJob.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { CategoryChanges } from "./CategoryChanges.tsx";
import { UndoButton } from "./UndoButton.tsx";
import { UnitNames } from "./UnitNames.tsx";
import type { Wizard } from "./wizard.ts";
import { words } from "./words.ts";

interface Result {
    id: number | null;
    counts: Schema<"Counts">;
    categories: Schema<"CategoryChange">[];
    new_units: { path: string; kind: string }[];
    closed_units: { path: string; kind: string }[];
}

interface Props {
    wizard: Wizard;
    change: (part: Partial<Wizard>) => void;
    restart: () => void;
    /** Of the preview on the screen. */
    refused: number;
}

/** Step 4: everything at once, with its progress, and what came of it. */
export function RunStep({ wizard, change, restart, refused }: Props) {
    const m = useWords(words);
    const [problem, setProblem] = useState<unknown>(null);
    const [starting, setStarting] = useState(false);
    const {
        data: job,
        error: lost,
        refetch,
    }: { data: Job | undefined; error: unknown; refetch: () => unknown } = useJob(wizard.job);
    const start = async () => {
        if (!wizard.asked) return;
        if (refused > 0 && !wizard.skip_refused)
            return setProblem(new Refusal(422, { code: "rows_refused", message: m.must_skip, message_en: m.must_skip }));
        setProblem(null);
        setStarting(true);
        try {
            const { asked, skip_refused, close_units } = wizard;
            const { data } = await server.POST("/imports", { body: { ...asked, skip_refused, close_units } });
            if (data) change({ job: data.id });
        } catch (error) {
            setProblem(refusalOf(error));
        } finally {
            setStarting(false);
        }
    };
    const running = wizard.job !== null && (!job || job.state === "queued" || job.state === "running");
    const done = wizard.job !== null && job?.state === "done";
    return (
        <Section title={m.run_title} lead={m.run_lead}>
            {problem !== null && (
                <div className="mb-4">
                    <Failure error={problem} small />
                </div>
            )}
            {wizard.job !== null && Boolean(lost) && <Failure error={lost} small onRetry={refetch} />}
            {running && !lost && <Running job={job} />}
            {done && job && <Done result={job.result as Result} name={wizard.name} restart={restart} />}
            {wizard.job !== null && job && !running && !done && <Refused failure={job.result as JobFailure | null} />}
            {!running && !done && (
                <div className="mt-4 grid gap-4">
                    {refused > 0 && (
                        <Checkbox checked={wizard.skip_refused} onChange={(skip_refused) => change({ skip_refused })}>
                            {m.skip(refused)}
                        </Checkbox>
                    )}
                    <div>
                        <Button look="primary" pending={starting} onPress={() => void start()}>
                            {m.run}
                        </Button>
                    </div>
                </div>
            )}
        </Section>
    );
}

function Running({ job }: { job: Job | undefined }) {
    const m = useWords(words);
    const waiting = !job || job.state === "queued";
    return (
        <div className="max-w-xl">
            <Meter label={waiting ? m.queued : m.running} share={(job?.progress ?? 0) / 100} step={job?.step} />
        </div>
    );
}

function Done({ result, name, restart }: { result: Result; name: string; restart: () => void }) {
    const m = useWords(words);
    const { counts } = result;
    return (
        <div className="grid grid-cols-1 gap-5">
            <Notice
                tone="good"
                title={m.done}
                live
                action={
                    <>
                        <LinkButton to={"/staff" as "."} size="small">
                            {m.to_staff}
                        </LinkButton>
                        <Button size="small" onPress={restart}>
                            {m.next_file}
                        </Button>
                        {result.id !== null && <UndoButton id={result.id} file={name} onUndone={restart} />}
                    </>
                }
            >
                <p>{m.done_lead(counts.added + counts.changed + counts.left)}</p>
                <p className="tabular text-table">
                    {(["added", "changed", "left", "unchanged", "refused"] as const).map((kind) => (
                        <span key={kind} className="mr-4 inline-block">
                            {m.counts[kind]} {m.counts_of(counts[kind])}
                        </span>
                    ))}
                </p>
            </Notice>
            <CategoryChanges changes={result.categories} new_units={result.new_units} />
            <UnitNames title={m.closed_units} units={result.closed_units} />
        </div>
    );
}

function Refused({ failure }: { failure: JobFailure | null }) {
    const m = useWords(words);
    const problem = new Refusal(422, failure ?? { code: "failed", message: m.refused_title, message_en: m.refused_title });
    return <Failure error={problem} small />;
}
