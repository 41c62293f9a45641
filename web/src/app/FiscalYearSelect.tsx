import { use } from "react";
import { LanguageContext } from "../i18n/context.ts";
import { fiscalYear, fiscalYearOf } from "../i18n/dates.ts";
import { useWords } from "../i18n/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { useAsOf } from "./asOf.ts";
import { words } from "./words.ts";

export function FiscalYearSelect() {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { fiscal_year, today, setFiscalYear } = useAsOf();
    const now = fiscalYearOf(today);
    const years = new Set([now - 3, now - 2, now - 1, now, now + 1, now + 2, now + 3, fiscal_year]);
    return (
        <label className="no-print relative">
            <span className="sr-only">{m.fiscal_year}</span>
            <select
                value={fiscal_year}
                onChange={(event) => setFiscalYear(Number(event.target.value))}
                className="min-h-10 cursor-pointer appearance-none rounded-8 bg-transparent py-1 pr-6 pl-2 text-sm sm:pr-7 sm:text-[0.9375rem] hover:bg-black/5"
            >
                {[...years].sort().map((year) => (
                    <option key={year} value={year}>
                        {fiscalYear(year, language)}
                    </option>
                ))}
            </select>
            <Icon name="down" size={16} className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2" />
        </label>
    );
}
