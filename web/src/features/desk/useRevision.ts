// Two people at one text: the second is told what the first has saved, and what was typed stays until it is sent or given up.
import { useState } from "react";
import { queries } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";

export interface Overtaking {
    /** Somebody else has saved since this was begun. */
    overtaken: boolean;
    /** Writes over what was there at the beginning; once overtaken and shown, over what stands now. */
    save: <T>(write: (revision: number) => Promise<T>) => Promise<T>;
    /** What stands now is the new beginning. */
    settle: () => void;
}

export function useRevision(now: number): Overtaking {
    const [begun, setBegun] = useState(now);
    const [overtaken, setOvertaken] = useState(false);
    const save: Overtaking["save"] = async (write) => {
        try {
            return await write(overtaken ? now : begun);
        } catch (error) {
            if (refusalOf(error).code === "changed_meanwhile") {
                await queries.invalidateQueries();
                setOvertaken(true);
            }
            throw error;
        }
    };
    const settle = () => {
        setBegun(now);
        setOvertaken(false);
    };
    return { overtaken, save, settle };
}
