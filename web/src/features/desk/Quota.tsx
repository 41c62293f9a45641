import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { words } from "./adviser_words.ts";
import type { Engagement } from "./desk.ts";
import { Spent } from "./States.tsx";
import { terms } from "./terms.ts";

const tones = { planned: "plain", going_on: "info", to_report: "warn", done: "good", cancelled: "plain" } as const;

export function EngagementState({ engagement: { status, overdue } }: { engagement: Engagement }) {
    const t = useWords(terms);
    return <Badge tone={overdue ? "bad" : tones[status]}>{t.engagement[status]}</Badge>;
}

/** What was used of what was planned, in days and, where they are counted, hours. */
export function QuotaText({ engagement: one }: { engagement: Engagement }) {
    const m = useWords(words);
    return (
        <span className="tabular">
            {m.days_of(one.used_days, one.planned_days)}
            {(one.planned_minutes > 0 || one.used_minutes > 0) && (
                <>
                    {" · "}
                    <Spent minutes={one.used_minutes} />
                    {one.planned_minutes > 0 && (
                        <>
                            {" / "}
                            <Spent minutes={one.planned_minutes} />
                        </>
                    )}
                </>
            )}
        </span>
    );
}
