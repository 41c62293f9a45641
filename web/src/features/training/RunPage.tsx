import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { ApplyButton } from "./ApplyButton.tsx";
import { AttendanceSheet } from "./AttendanceSheet.tsx";
import { Results } from "./Results.tsx";
import { Roll } from "./Roll.tsx";
import { RunActions } from "./RunActions.tsx";
import { RunFacts } from "./RunFacts.tsx";
import { RunState } from "./RunState.tsx";
import { isUnderway, nameOf, type Run } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import { words } from "./words.ts";

/** One run: for everybody when, where and how to apply; for the office and heads also who goes. */
export function RunPage() {
    const { run: id } = useParams({ strict: false });
    const run = api.useQuery("get", "/runs/{run}", { params: { path: { run: Number(id) } } });
    return (
        <Ask query={run} lines={8}>
            {(found) => <Found key={found.id} run={found} />}
        </Ask>
    );
}

/** A course that has left the plan still has its runs; then nothing is said about the PC. */
function useReachable(code: string): Schema<"Reachable"> {
    return api.useQuery("get", "/courses/{code}", { params: { path: { code } } }).data?.course.reachable_from ?? "both";
}

function Found({ run }: { run: Run }) {
    const m = useWords(words);
    const pair = usePair();
    const me = useMe();
    const manages = useMay("training_manage");
    const releases = useMay("training_release");
    const enrols = useMay("training_enrol") && me.staff !== null;
    const reachable = useReachable(run.course);
    const course = pair(run.course_name, run.course_name_en);
    const mine = run.mine === "withdrawn" ? null : run.mine;
    return (
        <>
            <PageHead
                title={nameOf(run, pair)}
                path={[
                    manages ? { label: m.nav.runs, to: "/training/runs" } : { label: m.title, to: "/training" },
                    { label: course, to: `/training/courses/${run.course}` },
                ]}
                aside={
                    <span className="flex gap-2">
                        <RunState status={run.status} />
                        {mine && <SeatState status={mine} />}
                    </span>
                }
                action={
                    manages ? (
                        <RunActions run={run} />
                    ) : (
                        enrols && run.takes_applications && !mine && <ApplyButton run={run} reachable={reachable} size="normal" />
                    )
                }
            >
                {m.run_lead(run.seated, run.capacity, run.waiting, run.applied)}
            </PageHead>
            {run.status === "cancelled" && (
                <div className="mb-6">
                    <Notice tone="bad" title={m.cancelled}>
                        {m.reason}: {run.cancelled_why}
                    </Notice>
                </div>
            )}
            {mine && isUnderway(mine) && run.my_enrolment !== null && (
                <p className="mb-4 flex flex-wrap items-center gap-3">
                    {m.my_seat} <SeatState status={mine} />
                    <WithdrawButton enrolment={run.my_enrolment} name={course} />
                </p>
            )}
            {manages ? <OfficeTabs run={run} reachable={reachable} /> : <RunFacts run={run} reachable={reachable} />}
            {!manages && releases && <Roll run={run} />}
        </>
    );
}

function OfficeTabs({ run, reachable }: { run: Run; reachable: Schema<"Reachable"> }) {
    const m = useWords(words);
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const tabs = [
        { id: "roll", label: m.tab.roll, content: <Roll run={run} /> },
        { id: "attendance", label: m.tab.attendance, content: <AttendanceSheet run={run} /> },
        { id: "results", label: m.tab.results, content: <Results run={run} /> },
        { id: "facts", label: m.tab.facts, content: <RunFacts run={run} reachable={reachable} /> },
    ];
    return (
        <Tabs
            label={m.tabs}
            tabs={tabs}
            selected={tabs.some(({ id }) => id === tab) ? tab : "roll"}
            onSelect={(id) => setFilters({ tab: id === "roll" ? "" : id })}
        />
    );
}
