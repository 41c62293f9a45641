import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import { words as gap } from "../skills/gap_words.ts";
import { SkillHeat } from "../skills/SkillHeat.tsx";
import { words } from "./words.ts";

/** The whole city as one heat table, each section a way further down. */
export function CityPart({ city }: { city: Schema<"City"> }) {
    const m = useWords(words);
    const g = useWords(gap);
    return (
        <Section
            title={m.heat}
            lead={
                <>
                    {m.city_lead(city.counted, city.people, city.on_leave)}{" "}
                    {city.required > 0 && m.city_held(city.held, city.required)}
                </>
            }
            action={
                <LinkButton size="small" look="quiet" to="/gap">
                    {m.to_gap}
                </LinkButton>
            }
        >
            {city.required === 0 ? (
                <EmptyState title={g.empty} icon="grid">
                    {g.empty_hint}
                </EmptyState>
            ) : (
                <SkillHeat
                    heat={city.heat}
                    caption={m.heat}
                    corner={m.department}
                    link={(row) =>
                        row.unit !== null && (
                            <Link to="/gap" search={{ unit: String(row.unit) }} className="link">
                                <Phrases>{row.name}</Phrases>
                            </Link>
                        )
                    }
                />
            )}
        </Section>
    );
}
