import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./consultation_words.ts";
import { type Consultation, goesOn } from "./desk.ts";
import { EngagementState, QuotaText } from "./Quota.tsx";

/** External advisers who help with this one; the desk may ask for another. */
export function Engagements({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const { engagements, may, id } = consultation;
    const asks = may.guide && goesOn(consultation);
    if (engagements.length === 0 && !asks) return null;
    return (
        <Section
            title={m.advisers}
            level={3}
            action={
                asks && (
                    <LinkButton
                        size="small"
                        to={"/desk/advisers" as "."}
                        search={{ consultation: String(id), add: "1" } as never}
                    >
                        {m.ask_adviser}
                    </LinkButton>
                )
            }
        >
            {engagements.length === 0 && <p className="text-quiet">{m.no_advisers}</p>}
            <ul>
                {engagements.map((one) => (
                    <li key={one.id} className="border-line border-b py-2 text-table">
                        <p className="flex flex-wrap items-baseline gap-x-3">
                            <strong>{one.adviser}</strong>
                            <EngagementState engagement={one} />
                        </p>
                        <p className="text-quiet text-sm">
                            {one.affiliation} · <QuotaText engagement={one} />
                        </p>
                        {one.overdue && (
                            <p>
                                <Badge tone="bad">{m.report_overdue}</Badge> <Day iso={one.report_due_on} />
                            </p>
                        )}
                        {one.learned && <p className="typed">{one.learned}</p>}
                    </li>
                ))}
            </ul>
        </Section>
    );
}
