import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { number } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Why } from "../../ui/Why.tsx";
import { filter_names, questionOf } from "./filter.ts";
import { words as flow_words } from "./flow_words.ts";
import { words } from "./words.ts";

type Found = Schema<"Totals">;

/** What the cases that are shown below have brought, and which section how much. */
export function Totals() {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { fiscal_year } = useAsOf();
    const [filters] = useFilters(filter_names);
    const question = questionOf(filters, fiscal_year);
    const query = api.useQuery(
        "get",
        "/cases/totals",
        { params: { query: question } },
        { placeholderData: (before: unknown) => before as never },
    );
    const title = question.fiscal_year ? m.totals_title(fiscalYear(question.fiscal_year, language)) : m.totals_all;
    return (
        <Section title={title} action={<Why about={title} rule={m.totals_rule} />}>
            <Ask query={query} lines={3}>
                {(found) => (
                    <>
                        <Sums all={found.all} />
                        <ByUnit found={found} />
                    </>
                )}
            </Ask>
        </Section>
    );
}

function Sums({ all }: { all: Found["all"] }) {
    const m = useWords(words);
    const f = useWords(flow_words);
    const figures = [
        [m.sum.hours, f.hours_of(all.hours)],
        [m.sum.yen, f.yen_short(all.yen)],
        [m.sum.cases, m.count(all.cases)],
        [m.sum.confirmed, m.count(all.confirmed)],
        [m.sum.adoptions, m.count(all.adoptions)],
    ] as const;
    return (
        <dl className="mb-4 flex flex-wrap gap-x-10 gap-y-3">
            {figures.map(([term, figure]) => (
                <div key={term}>
                    <dt className="text-quiet text-sm">{term}</dt>
                    <dd className="tabular text-std-24B-150">{figure}</dd>
                </div>
            ))}
        </dl>
    );
}

function ByUnit({ found: { units } }: { found: Found }) {
    const m = useWords(words);
    if (units.length === 0) return <p className="text-quiet">{m.units_none}</p>;
    const heads = [m.hours, m.yen, m.sum.cases, m.sum.confirmed, m.sum.adoptions];
    return (
        <details>
            <summary className="inline-block cursor-pointer rounded-4 text-primary underline underline-offset-4">
                {m.units_title}
            </summary>
            <Scroll label={m.units_title} className="mt-2 max-h-96 w-fit max-w-full overflow-auto rounded-8 border border-line">
                <table className="text-table">
                    <caption className="sr-only">{m.units_title}</caption>
                    <thead>
                        <tr className="bg-solid-gray-50">
                            <th scope="col" className="min-w-48 px-3 py-1.5 text-left font-normal">
                                {m.section}
                            </th>
                            {heads.map((head) => (
                                <th key={head} scope="col" className="min-w-20 px-3 py-1.5 text-right font-normal">
                                    {head}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {units.map((row) => (
                            <tr key={row.unit}>
                                <th scope="row" className="border-line border-t px-3 py-1.5 text-left font-normal">
                                    <Phrases>{row.unit_name}</Phrases>
                                </th>
                                {[row.hours, row.yen, row.cases, row.confirmed, row.adoptions].map((figure, at) => (
                                    <td
                                        key={heads[at]}
                                        className="tabular whitespace-nowrap border-line border-t px-3 py-1.5 text-right"
                                    >
                                        {number(figure)}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </details>
    );
}
