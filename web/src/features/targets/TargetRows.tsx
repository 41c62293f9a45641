import { Fragment, use } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { Ask } from "../../ui/Ask.tsx";
import { TargetRow } from "./TargetRow.tsx";

/** Every target of the plan in force beside what has been reached, year by year. */
export function TargetRows() {
    const { on } = useAsOf();
    const { language } = use(LanguageContext);
    const query = api.useQuery("get", "/targets", { params: { query: { on } } });
    return (
        <Ask query={query} small>
            {({ rows }) =>
                [...new Set(rows.map(({ fiscal_year }) => fiscal_year))]
                    .sort((a, b) => a - b)
                    .map((year) => (
                        <Fragment key={year}>
                            <h3 className="mt-4 font-bold">{fiscalYear(year, language, true)}</h3>
                            {rows
                                .filter(({ fiscal_year }) => fiscal_year === year)
                                .map((row) => (
                                    <TargetRow key={row.level} row={row} />
                                ))}
                        </Fragment>
                    ))
            }
        </Ask>
    );
}
