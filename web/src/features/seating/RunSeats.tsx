import { Link } from "@tanstack/react-router";
import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { nameOf, shortDay } from "../training/runs.ts";
import { leftIn, type PlannedRun, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

const head = "px-3 py-2 text-left";
const cell = "border-line border-t px-3 py-2";
const figure = `${cell} text-right tabular`;

/** Run by run: what was taken, what this plan adds, what is left. */
export function RunSeats({ plan }: { plan: SeatPlan }) {
    const m = useWords(words);
    if (plan.runs.length === 0)
        return (
            <EmptyState title={m.no_runs} icon="calendar" action={<LinkButton to="/training/runs/new">{m.add_run}</LinkButton>}>
                {m.no_runs_hint}
            </EmptyState>
        );
    return (
        <Scroll label={m.runs_caption} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-table">
                <caption className="sr-only">{m.runs_caption}</caption>
                <thead>
                    <tr className="bg-solid-gray-50">
                        <th scope="col" className={head}>
                            {m.run}
                        </th>
                        <th scope="col" className={head}>
                            {m.first_day}
                        </th>
                        {[m.taken, m.planned, m.left].map((name) => (
                            <th key={name} scope="col" className="whitespace-nowrap px-3 py-2 text-right">
                                {name}
                            </th>
                        ))}
                        <th scope="col" className={`${head} w-40 min-w-24`}>
                            {m.filled}
                        </th>
                        <td className="no-print" />
                    </tr>
                </thead>
                <tbody>
                    {plan.runs.map((run) => (
                        <RunRow key={run.run} run={run} />
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}

function RunRow({ run }: { run: PlannedRun }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const [, setFilters] = useFilters(["tab", "run", "course", "page"]);
    const left = leftIn(run);
    return (
        <tr>
            <th scope="row" className={`${cell} min-w-40 text-left font-normal`}>
                <Link to="/training/runs/$run" params={{ run: String(run.run) }} className="link">
                    {nameOf(run, pair)}
                </Link>
            </th>
            <td className={`${cell} whitespace-nowrap`}>{run.starts_at && shortDay(run.starts_at, language)}</td>
            <td className={figure}>{number(run.taken)}</td>
            <td className={figure}>{number(run.planned)}</td>
            <td className={figure}>{left === null ? m.unlimited : number(left)}</td>
            <td className={cell}>
                <Fill run={run} />
            </td>
            <td className={`${cell} no-print`}>
                {run.planned > 0 && (
                    <button
                        type="button"
                        className="link cursor-pointer whitespace-nowrap"
                        onClick={() => setFilters({ tab: "people", run: String(run.run), course: "", page: "" })}
                    >
                        {m.see_people(run.planned)}
                    </button>
                )}
            </td>
        </tr>
    );
}

/** The figures beside it say the same. */
function Fill({ run: { capacity, taken, planned } }: { run: PlannedRun }) {
    if (!capacity) return null;
    const share = (seats: number) => `${Math.min(100, (100 * seats) / capacity)}%`;
    return (
        <div aria-hidden className="flex h-3 overflow-hidden rounded-4 bg-solid-gray-100">
            <div className="h-full bg-solid-gray-420" style={{ width: share(taken) }} />
            <div className="h-full bg-primary" style={{ width: share(planned) }} />
        </div>
    );
}
