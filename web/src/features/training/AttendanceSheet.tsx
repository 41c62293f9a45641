import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { toast } from "../../ui/toasts.ts";
import { AbsenceReasons } from "./AbsenceReasons.tsx";
import { AttendanceGrid } from "./AttendanceGrid.tsx";
import { words } from "./office_words.ts";
import { RollFile } from "./RollFile.tsx";
import { cellOf, changesOf, holdsSeat, type Marked, type Sheet, sheetOf } from "./roll.ts";
import { type Enrolment, hasBegun, type Run } from "./runs.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

/** 出欠: people × sessions, filled in by keyboard and saved together; empty boxes to tick when printed. */
export function AttendanceSheet({ run }: { run: Run }) {
    const list = api.useQuery("get", "/runs/{run}/enrolments", { params: { path: { run: run.id } } });
    return <Ask query={list}>{({ enrolments }) => <Sheets run={run} enrolments={enrolments} />}</Ask>;
}

function Sheets({ run, enrolments }: { run: Run; enrolments: Enrolment[] }) {
    const m = useWords(words);
    const { today } = useMe();
    const { failed } = useMoves();
    const [typed, setTyped] = useState<Sheet>({});
    const people = enrolments.filter(holdsSeat);
    const before = sheetOf(people);
    const now = { ...before, ...typed };
    const open = run.sessions.filter((session) => hasBegun(session, today));
    const changed = run.sessions.reduce((sum, { id }) => sum + changesOf(id, before, now).length, 0);

    const put = (staff: number, session: number, marked: Marked) =>
        setTyped((already) => ({ ...already, [cellOf(staff, session)]: marked }));
    const rest_present = (session: number) => {
        const blank = people.filter(({ staff }) => !now[cellOf(staff, session)]);
        const present = { mark: "present", reason: "" } as const;
        setTyped((already) => ({
            ...already,
            ...Object.fromEntries(blank.map(({ staff }) => [cellOf(staff, session), present])),
        }));
    };
    const save = useOnce(async () => {
        try {
            for (const { id } of run.sessions) {
                const marks = changesOf(id, before, now);
                if (marks.length === 0) continue;
                await server.PUT("/runs/{run}/attendance", {
                    params: { path: { run: run.id } },
                    body: { session: id, marks },
                });
            }
            toast(m.attendance_saved(changed));
            await queries.invalidateQueries();
            setTyped({});
        } catch (error) {
            failed(error);
        }
    });

    if (people.length === 0 || run.sessions.length === 0)
        return (
            <EmptyState title={m.nobody_seated} icon="people">
                {m.nobody_seated_hint}
            </EmptyState>
        );
    return (
        <>
            <p className="no-print mb-3 max-w-[48rem] text-quiet text-table">
                {open.length > 0 ? m.attendance_keys : m.not_begun}
            </p>
            <AttendanceGrid
                sessions={run.sessions}
                people={people}
                sheet={now}
                open={(session) => open.some(({ id }) => id === session)}
                onMark={put}
                onRest={rest_present}
            />
            <AbsenceReasons sessions={run.sessions} people={people} sheet={now} onMark={put} />
            <RollFile run={run.id} />
            {changed > 0 && (
                <div className="no-print sticky bottom-16 z-20 mt-4 flex flex-wrap items-center gap-3 rounded-8 border border-primary bg-paper px-4 py-3 desk:bottom-4">
                    <strong className="tabular">{m.unsaved(changed)}</strong>
                    <Button look="primary" onPress={save}>
                        {m.save_attendance}
                    </Button>
                    <Button look="quiet" onPress={() => setTyped({})}>
                        {m.discard}
                    </Button>
                </div>
            )}
        </>
    );
}
