import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { terms } from "./terms.ts";
import type { Wave } from "./waves.ts";

const tones = { draft: "plain", open: "info", closed: "good", cancelled: "bad" } as const;

/** An open wave takes answers only from its first day on. */
export function WaveState({ wave }: { wave: Pick<Wave, "status" | "opens_on"> }) {
    const t = useWords(terms);
    const { today } = useMe();
    const early = wave.status === "open" && today < wave.opens_on;
    return <Badge tone={tones[wave.status]}>{early ? t.before_first_day : t.wave[wave.status]}</Badge>;
}
