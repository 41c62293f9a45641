import { api } from "../../api/client.ts";
import { number, percent } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./wave_words.ts";
import type { Wave } from "./waves.ts";

/** How many answered in each section; those too small stand together in one line. */
export function SectionRates({ wave }: { wave: Wave }) {
    const m = useWords(words);
    const rates = api.useQuery("get", "/survey-waves/{id}/sections", { params: { path: { id: wave.id } } });
    return (
        <Section title={m.sections} lead={m.sections_lead(wave.threshold)}>
            <Ask query={rates} small>
                {({ sections, too_small }) =>
                    sections.length === 0 ? (
                        <p className="text-quiet">{m.no_sections}</p>
                    ) : (
                        <ul className="grid max-w-4xl gap-x-3 gap-y-1.5 text-table sm:grid-cols-[minmax(8rem,18rem)_minmax(0,1fr)_auto]">
                            {sections.map(({ unit, name, invited, answered }) => (
                                <li
                                    key={unit ?? "small"}
                                    className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:col-span-full sm:grid-cols-subgrid"
                                >
                                    <span>
                                        <Phrases>{unit === null ? name || m.too_small(too_small) : name}</Phrases>
                                    </span>
                                    <span
                                        aria-hidden="true"
                                        className="col-span-2 row-start-2 h-3 overflow-hidden rounded-4 border border-line-strong bg-paper sm:col-span-1 sm:row-start-auto"
                                    >
                                        <span
                                            className="block h-full bg-blue-800"
                                            style={{ width: `${invited > 0 ? (answered / invited) * 100 : 0}%` }}
                                        />
                                    </span>
                                    <span className="tabular text-right">
                                        {number(answered)} / {number(invited)}
                                        <span className="ml-2 inline-block w-14 text-quiet">{percent(answered, invited)}</span>
                                    </span>
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
        </Section>
    );
}
