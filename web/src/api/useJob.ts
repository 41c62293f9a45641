import { useEffect, useEffectEvent } from "react";
import { api, askAgain } from "./client.ts";
import { useEvents } from "./events.ts";
import type { Schema } from "./types.ts";

export type Job = Schema<"Job">;

/** What a refused or failed job says. */
export interface JobFailure {
    code: string;
    message: string;
    message_en: string;
    detail: string;
    detail_en: string;
    problems: Schema<"Problem">[];
}

const ended = (job: Job | undefined) => job !== undefined && job.state !== "queued" && job.state !== "running";

/** A job as it goes on; when it ends, what the screen shows is asked for again. */
export function useJob(id: number | null, onEnd?: (job: Job) => void) {
    const query = api.useQuery(
        "get",
        "/jobs/{id}",
        { params: { path: { id: id ?? 0 } } },
        { enabled: id !== null, staleTime: 0, refetchInterval: ({ state }) => (ended(state.data) ? false : 800) },
    );
    useEvents("job", () => void (id !== null && !ended(query.data) && query.refetch()));
    const over = id !== null && ended(query.data);
    const tell = useEffectEvent(() => {
        if (query.data) onEnd?.(query.data);
        askAgain();
    });
    useEffect(() => {
        if (over) tell();
    }, [over]);
    return query;
}
