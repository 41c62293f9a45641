import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { type JobFailure, useJob } from "../../api/useJob.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PeopleSeats } from "./PeopleSeats.tsx";
import { PlanActions } from "./PlanActions.tsx";
import { PlanFailure } from "./PlanFailure.tsx";
import { PlanNotes } from "./PlanNotes.tsx";
import { RunSeats } from "./RunSeats.tsx";
import { gapOf, isWorking, plan_tones, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

/** One proposal: run by run, person by person, and what would seat everybody. */
export function SeatPlanPage() {
    return useMay("training_manage") ? <OnePlan /> : <Forbidden />;
}

function OnePlan() {
    const { plan: id } = useParams({ strict: false }) as { plan?: string };
    const plan = api.useQuery("get", "/seat-plans/{plan}", { params: { path: { plan: Number(id) } } });
    return (
        <Ask query={plan} lines={8}>
            {(found) => <Found key={found.id} plan={found} />}
        </Ask>
    );
}

function Found({ plan }: { plan: SeatPlan }) {
    const m = useWords(words);
    const working = isWorking(plan.job);
    const live = useJob(working ? (plan.job?.id ?? null) : null).data;
    const settled = plan.state !== "computing";
    const gap = gapOf(plan);
    return (
        <div data-print="wide">
            <PageHead
                title={m.plan_no(plan.id)}
                path={[{ label: m.title, to: "/training/seats" }]}
                aside={
                    <span className="flex gap-2">
                        <Badge tone={plan_tones[plan.state]}>{m.states[plan.state]}</Badge>
                        {settled && plan.wanted > 0 && (
                            <Badge tone={gap === 0 ? "good" : "warn"}>{gap === 0 ? m.optimal : m.gap(gap)}</Badge>
                        )}
                    </span>
                }
                action={<PlanActions plan={plan} />}
            >
                {settled && `${m.plan_lead(plan.wanted, plan.seated)} ${m.must(plan.required_wanted, plan.required_seated)}`}
                {plan.basis_no && ` ${m.confirmed_by(plan.basis_no)}`}
            </PageHead>
            {working && (
                <div className="mb-6 max-w-xl">
                    <Meter
                        label={settled ? m.confirming : m.proposing}
                        share={((live ?? plan.job)?.progress ?? 0) / 100}
                        step={(live ?? plan.job)?.step}
                    />
                </div>
            )}
            {(plan.job?.state === "refused" || plan.job?.state === "failed") && (
                <PlanFailure title={settled ? m.refused : m.failed} failure={plan.job.result as JobFailure | null} />
            )}
            {settled && <Settled plan={plan} />}
        </div>
    );
}

function Settled({ plan }: { plan: SeatPlan }) {
    const m = useWords(words);
    const [{ tab }, setFilters] = useFilters(["tab", "run", "course", "page"]);
    const tabs = [
        { id: "runs", label: m.by_run, content: <RunSeats plan={plan} /> },
        { id: "people", label: m.by_person, content: <PeopleSeats plan={plan} unseated={false} /> },
        {
            id: "without",
            label: `${m.without} ${m.people_count(plan.wanted - plan.seated)}`,
            content: <PeopleSeats plan={plan} unseated />,
        },
    ];
    return (
        <>
            {plan.wanted > plan.seated ? (
                <PlanNotes plan={plan} />
            ) : (
                plan.wanted > 0 && (
                    <div className="mb-6">
                        <Notice tone="good" title={m.all_seated} />
                    </div>
                )
            )}
            <Tabs
                label={m.tabs}
                tabs={tabs}
                selected={tabs.some(({ id }) => id === tab) ? tab : "runs"}
                onSelect={(id) => setFilters({ tab: id === "runs" ? "" : id, run: "", course: "", page: "" })}
            />
        </>
    );
}
