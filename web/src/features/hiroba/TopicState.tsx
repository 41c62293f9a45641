import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { words } from "./words.ts";

export function TopicState({ accepted, unanswered }: { accepted: boolean; unanswered: boolean }) {
    const m = useWords(words);
    if (accepted) return <Badge tone="good">{m.solved}</Badge>;
    return unanswered && <Badge tone="warn">{m.unanswered}</Badge>;
}
