import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Day, Period } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import type { Run } from "./runs.ts";
import { Seats } from "./Seats.tsx";
import { terms } from "./terms.ts";
import { When } from "./When.tsx";
import { Where } from "./Where.tsx";
import { words } from "./words.ts";

/** What one must know before going to a run. */
export function RunFacts({ run, reachable }: { run: Run; reachable: Schema<"Reachable"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const limited = run.capacity !== null;
    return (
        <div className="mb-8 max-w-3xl">
            <DefinitionList
                items={[
                    [m.sessions, run.sessions.length > 0 ? <Sessions key="sessions" run={run} /> : m.no_session],
                    [m.attendance, run.sessions.length > 1 ? (run.attend === "all" ? m.attend_all : m.attend_one) : null],
                    [m.reach, t.reach[reachable]],
                    [m.period, <Period key="period" from={run.apply_from} until={run.apply_until} />],
                    [m.capacity, run.capacity === null ? m.no_limit : m.capacity_of(run.capacity)],
                    [m.free, limited && run.status === "open" ? <Seats key="seats" run={run} /> : null],
                    [m.per_unit, run.per_unit > 0 ? m.per_unit_of(run.per_unit) : null],
                    [m.per_day, run.per_day > 0 ? m.per_unit_of(run.per_day) : null],
                    [m.only_for, run.unit_name],
                    [m.decided_by, run.needs_release ? m.needs_release : m.first_come],
                    [m.waiting_until, run.waiting_until && <Day iso={run.waiting_until} />],
                    [m.note, run.note],
                ]}
            />
        </div>
    );
}

function Sessions({ run }: { run: Run }) {
    return (
        <ul>
            {run.sessions.map((session) => (
                <li key={session.id} className="flex flex-wrap gap-x-4">
                    <When session={session} />
                    <span>
                        <Where session={session} />
                    </span>
                </li>
            ))}
        </ul>
    );
}
