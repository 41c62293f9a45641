import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Nominee, Round, SectionAnswer } from "./nominations.ts";
import { terms } from "./terms.ts";

const of_round = { draft: "plain", open: "info", decided: "good", cancelled: "bad" } as const;
const of_answer = { unanswered: "warn", nominated: "good", none: "plain", filled: "plain" } as const;
const of_nominee = {
    applied: "warn",
    declined: "bad",
    withdrawn: "plain",
    nominated: "info",
    selected: "good",
    reserve: "warn",
    not_selected: "plain",
    appointed: "good",
} as const;

export function RoundState({ status }: { status: Round["status"] }) {
    const t = useWords(terms);
    return <Badge tone={of_round[status]}>{t.round[status]}</Badge>;
}

export function AnswerStateBadge({ state }: { state: SectionAnswer["state"] }) {
    const t = useWords(terms);
    return <Badge tone={of_answer[state]}>{t.answer[state]}</Badge>;
}

export function NomineeState({ status }: { status: Nominee["status"] }) {
    const t = useWords(terms);
    return <Badge tone={of_nominee[status]}>{t.nominee[status]}</Badge>;
}
