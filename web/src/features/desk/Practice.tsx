import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { ClaimButton } from "../practice/ClaimButton.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";

/** Whoever helped may let it count as evidence of a skill, where the plan says so. */
export function Practice({ consultation: { id, may } }: { consultation: Consultation }) {
    const m = useWords(words);
    if (!may.claim) return null;
    return (
        <Section title={m.claims} level={3} lead={m.claims_lead}>
            <ClaimButton kind="consultation" id={id} />
        </Section>
    );
}
