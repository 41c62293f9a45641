import { Link } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { ProposeForm } from "./ProposeForm.tsx";
import { plan_tones } from "./seats.ts";
import { words } from "./words.ts";

/** 席の割振り: who has no seat yet, and the proposals of the year. */
export function SeatPlansPage() {
    return useMay("training_manage") ? <SeatPlans /> : <Forbidden />;
}

function SeatPlans() {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { fiscal_year } = useAsOf();
    const outlook = api.useQuery("get", "/seat-plans/outlook", { params: { query: { fiscal_year } } });
    const plans = api.useQuery("get", "/seat-plans", { params: { query: { fiscal_year } } });
    return (
        <>
            <TrainingNav />
            <PageHead title={m.title_of(fiscalYear(fiscal_year, language))}>{m.lead}</PageHead>
            <Ask query={outlook} lines={6}>
                {({ courses }) =>
                    courses.length === 0 ? (
                        <EmptyState
                            title={m.nothing}
                            icon="calendar"
                            action={<LinkButton to="/training/runs/new">{m.add_run}</LinkButton>}
                        >
                            {m.nothing_hint}
                        </EmptyState>
                    ) : (
                        <ProposeForm key={fiscal_year} fiscal_year={fiscal_year} courses={courses} />
                    )
                }
            </Ask>
            <Ask query={plans} lines={3}>
                {(found) => (found.plans.length > 0 ? <Plans plans={found.plans} /> : null)}
            </Ask>
        </>
    );
}

const head = "whitespace-nowrap px-3 py-2 text-left";
const cell = "border-line border-t px-3 py-2 text-left align-baseline";

function Plans({ plans }: { plans: readonly Schema<"SeatPlanLine">[] }) {
    const m = useWords(words);
    return (
        <Section title={m.plans}>
            <Scroll
                label={m.plans_caption}
                className="max-w-3xl overflow-x-auto rounded-8 border border-line print:overflow-visible"
            >
                <table className="w-full text-table">
                    <caption className="sr-only">{m.plans_caption}</caption>
                    <thead>
                        <tr className="bg-solid-gray-50">
                            <th scope="col" className={head}>
                                {m.made}
                            </th>
                            <th scope="col" className={head}>
                                {m.state}
                            </th>
                            <th scope="col" className={`${head} text-right`}>
                                {m.seated}
                            </th>
                            <th scope="col" className={head}>
                                {m.basis_no}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {plans.map((plan) => (
                            <tr key={plan.id}>
                                <th scope="row" className={`${cell} font-normal`}>
                                    <Link to={"/training/seats/$plan"} params={{ plan: String(plan.id) }} className="link">
                                        {m.plan_no(plan.id)}
                                    </Link>{" "}
                                    <span className="text-quiet">
                                        <Day iso={plan.created_at.slice(0, 10)} /> {plan.created_by}
                                    </span>
                                </th>
                                <td className={cell}>
                                    <Badge tone={plan_tones[plan.state]}>{m.states[plan.state]}</Badge>
                                </td>
                                <td className={`${cell} tabular whitespace-nowrap text-right`}>
                                    {m.seated_of(plan.seated, plan.wanted)}
                                </td>
                                <td className={cell}>{plan.basis_no}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </Section>
    );
}
