import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./office_words.ts";
import { ResultsTable } from "./ResultsTable.tsx";
import { completeAttended, holdsSeat, type Outcomes, outcomesOf, resultsOf } from "./roll.ts";
import { type Enrolment, hasBegun, type Run } from "./runs.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

/** 修了・未修了: proposed from the attendance, decided here. A completion counts as evidence at once. */
export function Results({ run }: { run: Run }) {
    const list = api.useQuery("get", "/runs/{run}/enrolments", { params: { path: { run: run.id } } });
    return <Ask query={list}>{({ enrolments }) => <Found run={run} people={enrolments.filter(holdsSeat)} />}</Ask>;
}

function Found({ run, people }: { run: Run; people: Enrolment[] }) {
    const m = useWords(words);
    const { today } = useMe();
    const { failed } = useMoves();
    const last = run.sessions.at(-1)?.ends_at.slice(0, 10) ?? today;
    const [day, setDay] = useState([last, today].toSorted()[0] ?? today);
    const [typed, setTyped] = useState<Outcomes>({});
    const [missing, setMissing] = useState(false);
    const now = { ...outcomesOf(people), ...typed };
    const results = resultsOf(people, now);
    const changed = results.completed.length + results.not_completed.length;

    const save = useOnce(async () => {
        const without_reason = results.not_completed.some(({ reason }) => reason === "");
        setMissing(without_reason);
        if (without_reason || !day) return;
        try {
            await server.POST("/runs/{run}/results", {
                params: { path: { run: run.id } },
                body: { ...results, completed_on: day },
            });
            toast(m.results_saved(results.completed.length, results.not_completed.length));
            await queries.invalidateQueries();
            setTyped({});
        } catch (error) {
            failed(error);
        }
    });

    if (people.length === 0)
        return (
            <EmptyState title={m.nobody_seated} icon="people">
                {m.nobody_seated_hint}
            </EmptyState>
        );
    if (!run.sessions.some((session) => hasBegun(session, today))) return <p className="text-quiet">{m.not_begun}</p>;
    return (
        <>
            <div className="no-print mb-4 flex flex-wrap items-end gap-4">
                <DateField plain small label={m.completed_on} value={day} onChange={setDay} max={today} />
                <Button onPress={() => setTyped(completeAttended(people, now))}>{m.complete_attended}</Button>
            </div>
            <ResultsTable
                people={people}
                sessions={run.sessions.length}
                outcomes={now}
                missing={missing}
                onChange={(id, result) => setTyped((already) => ({ ...already, [id]: result }))}
            />
            {changed > 0 && (
                <div className="no-print sticky bottom-16 z-20 mt-4 flex flex-wrap items-center gap-3 rounded-8 border border-primary bg-paper px-4 py-3 desk:bottom-4">
                    <strong className="tabular">
                        {m.results_unsaved(results.completed.length, results.not_completed.length)}
                    </strong>
                    <Button look="primary" onPress={save}>
                        {m.save_results}
                    </Button>
                    <Button look="quiet" onPress={() => setTyped({})}>
                        {m.discard}
                    </Button>
                </div>
            )}
        </>
    );
}
