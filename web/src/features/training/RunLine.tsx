import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { ApplyButton } from "./ApplyButton.tsx";
import { RunState } from "./RunState.tsx";
import type { Run } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { Seats } from "./Seats.tsx";
import { When } from "./When.tsx";
import { words } from "./words.ts";

/** One run under its course: when, how many seats, and what this person can do. */
export function RunLine({ run, reachable }: { run: Run; reachable: Schema<"Reachable"> }) {
    const m = useWords(words);
    const me = useMe();
    const enrols = useMay("training_enrol") && me.staff !== null;
    const [first, ...others] = run.sessions;
    const mine = run.mine !== null && run.mine !== "withdrawn" ? run.mine : null;
    return (
        <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5">
            <div className="min-w-0 flex-1 basis-64">
                <Link to="/training/runs/$run" params={{ run: String(run.id) }} className="link">
                    {first ? <When session={first} /> : m.no_session}
                </Link>
                {others.length > 0 && <span className="ml-2 text-quiet text-sm">{m.more_days(others.length)}</span>}
                {run.name && <span className="ml-2">{run.name}</span>}
                <span className="block text-quiet text-sm">
                    {first?.place}
                    {first?.place && " ・ "}
                    <Seats run={run} />
                    {run.status === "open" && (
                        <>
                            {" ・ "}
                            {m.apply_until} <Day iso={run.apply_until} />
                        </>
                    )}
                </span>
            </div>
            {run.status !== "open" && <RunState status={run.status} />}
            {mine && <SeatState status={mine} />}
            {enrols && run.takes_applications && !mine && <ApplyButton run={run} reachable={reachable} />}
        </li>
    );
}
