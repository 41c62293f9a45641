import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { Marks } from "./Marks.tsx";
import { NomineeState } from "./States.tsx";
import { words } from "./words.ts";

/** The answer as it stands when it cannot be changed here, with what became of it. */
export function Answered({ sheet }: { sheet: Schema<"SectionSheet"> }) {
    const m = useWords(words);
    const named = sheet.candidates.filter(({ status }) => status !== null && status !== "withdrawn");
    if (named.length === 0)
        return (
            <div className="mb-10 max-w-3xl">
                <EmptyState title={sheet.section.reason ? m.none_this_time : m.letter_empty}>{sheet.section.reason}</EmptyState>
            </div>
        );
    return (
        <Section title={m.answer}>
            <ul className="max-w-3xl">
                {named.map((one) => (
                    <li key={one.staff} className="border-line border-b px-2 py-2 first:border-t">
                        <PersonLink id={one.staff}>{one.name}</PersonLink>
                        <span className="mx-3 text-quiet text-sm">
                            {one.unit_name} ・ {one.rank}
                        </span>
                        {one.status && <NomineeState status={one.status} />} <Marks {...one} />
                        {one.reason && <p className="text-table">「{one.reason}」</p>}
                        {one.decision_reason && (
                            <p className="text-table">
                                {m.office_said}: {one.decision_reason}
                            </p>
                        )}
                    </li>
                ))}
            </ul>
        </Section>
    );
}
