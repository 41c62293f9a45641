import { useState } from "react";
import { useEvents } from "../../api/events.ts";

export interface Arrived {
    wave: number;
    answered: number;
    batch: number;
}

/** How many have answered since the page was opened; what it shows otherwise is asked for again with each batch of answers. */
export function useWaveEvents(wave: number, onBatch: () => void): Arrived | null {
    const [arrived, setArrived] = useState<Arrived | null>(null);
    useEvents("survey", (data) => {
        const pulse = JSON.parse(data) as Arrived;
        if (pulse.wave !== wave) return;
        if (pulse.batch !== arrived?.batch) onBatch();
        setArrived(pulse);
    });
    return arrived;
}
