import { useState } from "react";
import { server } from "../../api/client.ts";
import { Refusal, refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { type Job, type JobFailure, useJob } from "../../api/useJob.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { CompletionCounts } from "./CompletionCounts.tsx";
import type { List } from "./completions.ts";
import { words } from "./completions_words.ts";
import { TakeBackButton } from "./TakeBackButton.tsx";

interface Props {
    list: List;
    change: (part: Partial<List>) => void;
    restart: () => void;
    /** Of the check on the screen. */
    counts: Schema<"CompletionCounts"> | undefined;
}

/** Step 4: everything at once, with its progress, and what came of it. */
export function TakeInStep({ list, change, restart, counts }: Props) {
    const m = useWords(words);
    const [problem, setProblem] = useState<unknown>(null);
    const [starting, setStarting] = useState(false);
    const {
        data: job,
        error: lost,
        refetch,
    }: { data: Job | undefined; error: unknown; refetch: () => unknown } = useJob(list.job);
    const refused = counts?.refused ?? 0;
    const start = async () => {
        if (!list.asked) return;
        if (refused > 0 && !list.skip_refused)
            return setProblem(new Refusal(422, { code: "rows_refused", message: m.must_skip, message_en: m.must_skip }));
        setProblem(null);
        setStarting(true);
        try {
            const { data } = await server.POST("/completions/imports", {
                body: { ...list.asked, skip_refused: list.skip_refused },
            });
            if (data) change({ job: data.id });
        } catch (error) {
            setProblem(refusalOf(error));
        } finally {
            setStarting(false);
        }
    };
    const running = list.job !== null && (!job || job.state === "queued" || job.state === "running");
    const done = list.job !== null && job?.state === "done";
    const failure = list.job !== null && job && !running && !done ? (job.result as JobFailure | null) : undefined;
    return (
        <Section title={m.run_title} lead={m.run_lead}>
            {problem !== null && (
                <div className="mb-4">
                    <Failure error={problem} small />
                </div>
            )}
            {list.job !== null && Boolean(lost) && <Failure error={lost} small onRetry={refetch} />}
            {running && !lost && (
                <div className="max-w-xl">
                    <Meter label={m.running} share={(job?.progress ?? 0) / 100} step={job?.step} />
                </div>
            )}
            {done && job && <Done result={job.result as Schema<"CompletionImport">} restart={restart} />}
            {failure !== undefined && (
                <Failure
                    small
                    error={new Refusal(422, failure ?? { code: "failed", message: m.not_taken, message_en: m.not_taken })}
                />
            )}
            {!running && !done && (
                <div className="mt-4 grid gap-4">
                    {refused > 0 && (
                        <Checkbox checked={list.skip_refused} onChange={(skip_refused) => change({ skip_refused })}>
                            {m.skip(refused)}
                        </Checkbox>
                    )}
                    <div>
                        <Button look="primary" disabled={counts?.added === 0} pending={starting} onPress={() => void start()}>
                            {m.run(counts?.added ?? 0)}
                        </Button>
                    </div>
                </div>
            )}
        </Section>
    );
}

function Done({ result, restart }: { result: Schema<"CompletionImport">; restart: () => void }) {
    const m = useWords(words);
    return (
        <Notice
            tone="good"
            title={m.done(result.counts.added)}
            live
            action={
                <>
                    <Button size="small" onPress={restart}>
                        {m.next_file}
                    </Button>
                    <TakeBackButton id={result.id} file={result.file_name} onUndone={restart} />
                </>
            }
        >
            <p className="mb-3">{m.done_lead}</p>
            <CompletionCounts counts={result.counts} />
        </Notice>
    );
}
