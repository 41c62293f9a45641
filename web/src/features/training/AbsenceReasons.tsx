import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { words } from "./office_words.ts";
import { cellOf, type Marked, type Sheet } from "./roll.ts";
import { type Enrolment, shortDay } from "./runs.ts";
import { terms } from "./terms.ts";

interface Props {
    sessions: readonly Schema<"RunSession">[];
    people: readonly Enrolment[];
    sheet: Sheet;
    onMark: (staff: number, session: number, marked: Marked) => void;
}

/** Who was late or absent, each with the reason. */
export function AbsenceReasons({ sessions, people, sheet, onMark }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const missed = people.flatMap((person) =>
        sessions.flatMap((session) => {
            const marked = sheet[cellOf(person.staff, session.id)];
            return marked && marked.mark !== "present" ? [{ person, session, marked }] : [];
        }),
    );
    if (missed.length === 0) return null;
    return (
        <div className="mt-6">
            <Section title={m.absences} level={3}>
                <ul className="grid gap-3">
                    {missed.map(({ person, session, marked }) => (
                        <li key={cellOf(person.staff, session.id)}>
                            <TextField
                                plain
                                small
                                label={`${person.name} ${shortDay(session.starts_at, language)} ${t.mark[marked.mark]}`}
                                placeholder={m.reason}
                                maxLength={300}
                                value={marked.reason}
                                onChange={(reason) => onMark(person.staff, session.id, { ...marked, reason })}
                            />
                        </li>
                    ))}
                </ul>
            </Section>
        </div>
    );
}
