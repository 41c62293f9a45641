// How much of what is needed is held, and the step of colour that tells it.
export interface Share {
    held: number;
    needed: number;
}

export const share = ({ held, needed }: Share) => (needed > 0 ? Math.min(1, held / needed) : 0);

/** The six steps of a heat table: 0 nothing needed, 1 nobody yet … 5 everybody. Only all is 5, only none is 1. */
export function heatStep({ held, needed }: Share): 0 | 1 | 2 | 3 | 4 | 5 {
    if (needed <= 0) return 0;
    if (held <= 0) return 1;
    if (held >= needed) return 5;
    const part = held / needed;
    return part < 1 / 3 ? 2 : part < 2 / 3 ? 3 : 4;
}
