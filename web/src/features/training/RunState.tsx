import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Run } from "./runs.ts";
import { terms } from "./terms.ts";

const tones = { draft: "warn", open: "info", cancelled: "bad", closed: "plain" } as const;

export function RunState({ status }: { status: Run["status"] }) {
    const t = useWords(terms);
    return <Badge tone={tones[status]}>{t.run[status]}</Badge>;
}
