import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

/** Who may see this page and why, and who did. */
export function VisiblePart({ profile, own }: { profile: Schema<"Profile">; own: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <div className="no-print border-line border-t pt-6">
            <Section title={m.visible} lead={m.visible_lead}>
                <DefinitionList
                    dense
                    items={profile.visible_to.map(({ who, why, why_en }) => [who, pair(why, why_en)] as const)}
                />
            </Section>
            {(own || profile.looked.length > 0) && (
                <Section title={m.looked}>
                    {profile.looked.length === 0 && <p className="text-quiet">{m.looked_none}</p>}
                    <ul className="text-table">
                        {profile.looked.map(({ at, actor }) => (
                            <li key={`${at} ${actor}`}>
                                <Moment at={at} /> {actor}
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
        </div>
    );
}
