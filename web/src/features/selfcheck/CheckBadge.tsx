import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { terms } from "./terms.ts";

const tones = { draft: "warn", waiting: "plain", open: "info", closed: "plain" } as const;

export function CheckBadge({ status }: { status: Schema<"CheckStatus"> }) {
    const t = useWords(terms);
    return <Badge tone={tones[status]}>{t.status[status]}</Badge>;
}
