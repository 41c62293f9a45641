import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

type Year = Schema<"CohortYear">;
const head = "border-line-strong border-b bg-solid-gray-50 px-3 py-2";
const cell = "tabular border-line border-b px-3 py-2 text-right align-top";

/** One column a year, one row a step of the way: learning, then each level, then each role. */
export function Cohorts() {
    const m = useWords(words);
    const { on } = useAsOf();
    const query = api.useQuery("get", "/targets/cohorts", { params: { query: { on } } });
    return (
        <Section title={m.cohorts} lead={m.cohorts_lead}>
            <Ask query={query} lines={4} small>
                {({ years }) => <Years years={years} />}
            </Ask>
        </Section>
    );
}

function Years({ years }: { years: readonly Year[] }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const steps = (["levels", "roles"] as const).flatMap((kind) =>
        (years[0]?.[kind] ?? []).map((step, at) => ({ kind, at, name: pair(step.name, step.name_en) })),
    );
    return (
        <Scroll label={m.cohorts} className="max-w-5xl overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table">
                <caption className="sr-only">{m.cohorts}</caption>
                <thead>
                    <tr>
                        <td className={head} />
                        {years.map(({ fiscal_year }) => (
                            <th key={fiscal_year} scope="col" className={`${head} whitespace-nowrap text-right`}>
                                {fiscalYear(fiscal_year, language)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <RowHead name={m.learned} />
                        {years.map((year) => (
                            <Figure key={year.fiscal_year} value={year.learned} below={m.first_learned(year.first_learned)} />
                        ))}
                    </tr>
                    {steps.map(({ kind, at, name }) => (
                        <tr key={`${kind} ${at}`}>
                            <RowHead name={name} />
                            {years.map((year) => (
                                <Figure
                                    key={year.fiscal_year}
                                    value={year[kind][at]?.standing ?? 0}
                                    below={m.entered(year[kind][at]?.entered ?? 0)}
                                />
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

const RowHead = ({ name }: { name: string }) => (
    <th scope="row" className="min-w-40 border-line border-b px-3 py-2 text-left align-top font-bold">
        <Phrases>{name}</Phrases>
    </th>
);

const Figure = ({ value, below }: { value: number; below: string }) => (
    <td className={cell}>
        <span className="block font-bold">{number(value)}</span>
        <span className="whitespace-nowrap text-quiet text-sm">{below}</span>
    </td>
);
