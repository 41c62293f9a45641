import { use, useState } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation, Visit } from "./desk.ts";
import { Spent } from "./States.tsx";
import { terms } from "./terms.ts";
import { VisitDialog } from "./VisitDialog.tsx";

/** Who was there, for how long, and what was done; the hours summed. */
export function Visits({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const [adding, setAdding] = useState(false);
    const [changing, setChanging] = useState<number | null>(null);
    const { visits, may, minutes } = consultation;
    if (visits.length === 0 && !may.visit) return null;
    const changed = visits.find(({ id }) => id === changing);
    return (
        <Section
            title={m.visits}
            level={3}
            lead={
                visits.length > 0 && (
                    <>
                        {m.visits_count(visits.length)} <Spent minutes={minutes} />
                    </>
                )
            }
            action={
                may.visit && (
                    <Button size="small" onPress={() => setAdding(true)}>
                        {m.add_visit}
                    </Button>
                )
            }
        >
            {visits.length === 0 && <p className="text-quiet">{m.no_visits}</p>}
            <ul>
                {visits.map((visit) => (
                    <Entry key={visit.id} visit={visit} onChange={() => setChanging(visit.id)} />
                ))}
            </ul>
            {adding && <VisitDialog consultation={consultation} visit={null} onClose={() => setAdding(false)} />}
            {changed && <VisitDialog consultation={consultation} visit={changed} onClose={() => setChanging(null)} />}
        </Section>
    );
}

function Entry({ visit, onChange }: { visit: Visit; onChange: () => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    return (
        <li className="border-line border-b py-2 text-table">
            <p className="flex flex-wrap items-baseline gap-x-3">
                <Day iso={visit.visited_on} />
                <strong>
                    <Spent minutes={visit.minutes} />
                </strong>
                <span className="text-quiet">{visit.place}</span>
            </p>
            <p className="typed whitespace-pre-line">{visit.text}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-quiet text-sm">
                {t.list(visit.visitors.map(({ name }) => name))}
                {visit.may_change && (
                    <Button
                        look="quiet"
                        size="small"
                        className="no-print"
                        aria-label={m.change_visit_of(shortDate(visit.visited_on, language))}
                        onPress={onChange}
                    >
                        {m.change}
                    </Button>
                )}
            </p>
        </li>
    );
}
