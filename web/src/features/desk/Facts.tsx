import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./consultation_words.ts";
import { type Consultation, dayOf } from "./desk.ts";
import { Owner } from "./States.tsx";

/** Who asked, who helps, and until when. */
export function Facts({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const pair = usePair();
    const { asker, is_desk, from_topic } = consultation;
    return (
        <Section title={m.facts} level={3}>
            <DefinitionList
                dense
                items={[
                    [
                        m.asker,
                        <span key="asker">
                            {is_desk ? <PersonLink id={asker.staff}>{asker.name}</PersonLink> : asker.name}
                            <span className="block text-quiet text-sm">
                                <Phrases>{asker.unit_name}</Phrases>
                            </span>
                        </span>,
                    ],
                    [m.subject, pair(consultation.subject_name, consultation.subject_name_en)],
                    [m.owner, <Owner key="owner" line={consultation} />],
                    [m.asked_on, <Day key="asked" iso={dayOf(consultation.asked_at)} />],
                    [m.wished, consultation.wished_on && <Day key="wished" iso={consultation.wished_on} />],
                    [
                        m.topic,
                        from_topic && (
                            <Link key="topic" to={`/hiroba/topics/${from_topic.id}` as "."} className="link">
                                {from_topic.title || m.topic_hidden}
                            </Link>
                        ),
                    ],
                    [m.seen_by, consultation.shared ? m.seen_by_section : m.seen_by_desk],
                ]}
            />
        </Section>
    );
}
