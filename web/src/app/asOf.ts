import { useNavigate, useSearch } from "@tanstack/react-router";
import { fiscalYearOf, isoOf } from "../i18n/dates.ts";
import type { Search } from "./search.ts";
import { useMe } from "./session.ts";

export interface AsOf {
    /** For the server: the day in the address, undefined when it is today. */
    on: string | undefined;
    /** The day itself. */
    date: string;
    today: string;
    past: boolean;
    future: boolean;
    fiscal_year: number;
    /** Changes the day; undefined goes back to today. */
    setOn: (on: string | undefined) => void;
    /** A past year is shown as it ended, a coming one as planned today. */
    setFiscalYear: (year: number) => void;
}

/** The day and the year every answer depends on. `useAsOf().on` goes into the query of every GET. */
export function useAsOf(): AsOf {
    const { today } = useMe();
    const search = useSearch({ strict: false }) as Search;
    const navigate = useNavigate();
    const on = search.on && search.on !== today ? search.on : undefined;
    const date = on ?? today;
    const go = (change: Search) =>
        void navigate({ to: ".", search: (before: Search) => ({ ...before, ...change }), resetScroll: false });
    const current = fiscalYearOf(today);
    return {
        on,
        date,
        today,
        past: date < today,
        future: date > today,
        fiscal_year: search.fy ? Number(search.fy) : fiscalYearOf(date),
        setOn: (next) => go({ on: next === today ? undefined : next, fy: undefined }),
        setFiscalYear: (year) => {
            if (year === current) return go({ on: undefined, fy: undefined });
            go(year < current ? { on: isoOf(year + 1, 3, 31), fy: undefined } : { on: undefined, fy: String(year) });
        },
    };
}
