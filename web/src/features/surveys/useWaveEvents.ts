import { useEffect, useState } from "react";
import { downloadUrl } from "../../api/client.ts";

export interface Arrived {
    answered: number;
    batch: number;
}

/** Hears how many have answered while the page is open; what it shows otherwise is asked for again with each batch. */
export function useWaveEvents(wave: number, listening: boolean, onBatch: () => void): Arrived | null {
    const [arrived, setArrived] = useState<Arrived | null>(null);
    useEffect(() => {
        if (!listening) return;
        const stream = new EventSource(downloadUrl(`/survey-waves/${wave}/events`));
        stream.addEventListener("wave", (event: MessageEvent<string>) => setArrived(JSON.parse(event.data)));
        return () => stream.close();
    }, [wave, listening]);
    const batch = arrived?.batch ?? null;
    // biome-ignore lint/correctness/useExhaustiveDependencies: only a new batch asks again
    useEffect(() => {
        if (batch !== null) onBatch();
    }, [batch]);
    return arrived;
}
