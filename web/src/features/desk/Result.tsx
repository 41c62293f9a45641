import { useNavigation } from "../../app/useNavigation.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { Section } from "../../ui/Section.tsx";
import { Consent } from "./Consent.tsx";
import { words } from "./consultation_words.ts";
import { type Consultation, dayOf } from "./desk.ts";
import { terms } from "./terms.ts";

/** What came of it, and what can be made of it without typing it again: a public answer, a case. */
export function Result({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { exists } = useNavigation();
    const { result, may, published, id } = consultation;
    const improves = result !== null && exists("/improvement/new");
    const follows = published !== null || may.publish || improves;
    return (
        <>
            {result && (
                <Section title={m.result}>
                    <div className="rounded-8 border border-good px-4 py-3">
                        <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
                            <Badge tone="good">{t.outcome[result.outcome]}</Badge>
                            <span className="text-quiet text-sm">
                                <Day iso={dayOf(result.at)} />
                            </span>
                        </p>
                        <Rich pieces={result.pieces} />
                        <div className="mt-3">
                            <DefinitionList
                                dense
                                items={[
                                    [m.effect, result.effect],
                                    [m.saved_hours, result.saved_hours !== null && m.hours_a_year(result.saved_hours)],
                                ]}
                            />
                        </div>
                    </div>
                </Section>
            )}
            <Consent consultation={consultation} />
            {follows && (
                <Section title={m.next} level={3}>
                    <div className="no-print flex flex-wrap gap-3">
                        {published && <LinkButton to={`/hiroba/topics/${published.id}` as "."}>{m.to_published}</LinkButton>}
                        {may.publish && !published && <LinkButton to={`/desk/${id}/publication` as "."}>{m.publish}</LinkButton>}
                        {improves && (
                            <LinkButton to={"/improvement/new" as "."} search={{ consultation: String(id) } as never}>
                                {m.make_case}
                            </LinkButton>
                        )}
                    </div>
                </Section>
            )}
        </>
    );
}
