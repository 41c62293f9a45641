import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import type { Colleague } from "./topics.ts";
import { words } from "./words.ts";

const shown = 5;

/** Who answers, and what they carry already: seen before one calls for them (CGS-05). */
export function Answerers({ people }: { people: readonly Colleague[] }) {
    const m = useWords(words);
    if (people.length === 0) return null;
    return (
        <Section title={m.answerers} level={3} lead={<span className="text-sm">{m.answerers_lead}</span>}>
            <ol className="grid gap-2 text-table">
                {people.slice(0, shown).map((person) => (
                    <li key={person.account}>
                        <bdi className="font-bold">{person.name}</bdi> <bdi className="text-quiet text-sm">{person.unit}</bdi>
                        <span className="block text-quiet text-sm">
                            {m.answers(person.answers)} · {m.asked(person.asked)}
                        </span>
                    </li>
                ))}
            </ol>
        </Section>
    );
}
