import type { JobFailure } from "../../api/useJob.ts";
import { usePair } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Why nothing was done, with every name. */
export function PlanFailure({ title, failure }: { title: string; failure: JobFailure | null }) {
    const pair = usePair();
    return (
        <div className="mb-6">
            <Notice tone="bad" title={title} live>
                {failure && <p>{pair(failure.detail || failure.message, failure.detail_en || failure.message_en)}</p>}
                <ul className="mt-2 list-disc pl-5">
                    {failure?.problems.map((one) => (
                        <li key={one.pointer}>{pair(one.problem, one.problem_en)}</li>
                    ))}
                </ul>
            </Notice>
        </div>
    );
}
