import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { terms as skill_terms } from "../skills/terms.ts";
import { Materials } from "./Materials.tsx";
import { Prerequisites } from "./Prerequisites.tsx";
import { RunLine } from "./RunLine.tsx";
import { terms } from "./terms.ts";
import { ValidUntil } from "./ValidUntil.tsx";
import { words } from "./words.ts";

/** A course of the plan: what it gives, for whom, on which PC, and its runs of the year. */
export function CoursePage() {
    const { code = "" } = useParams({ strict: false });
    const page = api.useQuery("get", "/courses/{code}", { params: { path: { code } } });
    return <Ask query={page}>{(found) => <Found page={found} />}</Ask>;
}

function Found({ page }: { page: Schema<"CoursePage"> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const s = useWords(skill_terms);
    const pair = usePair();
    const manages = useMay("training_manage");
    const evaluates = useMay("survey_manage");
    const { course, runs } = page;
    const names = (skills: readonly Schema<"SkillName">[]) => m.list(skills.map(({ name, name_en }) => pair(name, name_en)));
    const comes_first = course.prerequisites.length > 0 ? <Prerequisites courses={course.prerequisites} /> : null;
    return (
        <>
            <PageHead
                title={pair(course.name, course.name_en)}
                path={[{ label: m.title, to: "/training" }]}
                aside={
                    course.completed_on ? (
                        <span className="inline-flex flex-wrap items-center gap-2">
                            <Badge tone="good">
                                {m.completed} <Day iso={course.completed_on} />
                            </Badge>
                            {course.valid_until && <ValidUntil first_day_without={course.valid_until} />}
                        </span>
                    ) : (
                        course.fit !== "other" && <Badge tone="info">{m.fit_short[course.fit]}</Badge>
                    )
                }
                action={
                    <>
                        {evaluates && (
                            <LinkButton to={`/training/courses/${course.code}/evaluation` as "."}>{m.evaluation}</LinkButton>
                        )}
                        {manages && (
                            <LinkButton to="/training/runs/new" search={{ course: course.code }} look="primary">
                                {m.add_run}
                            </LinkButton>
                        )}
                    </>
                }
            >
                {course.summary}
            </PageHead>
            <Section title={m.runs_of_year}>
                {runs.length === 0 ? (
                    <p className="text-quiet">{m.no_run}</p>
                ) : (
                    <ul className="border-line border-b">
                        {runs.map((run) => (
                            <RunLine key={run.id} run={run} reachable={course.reachable_from} />
                        ))}
                    </ul>
                )}
            </Section>
            <Materials course={course.code} materials={page.materials} />
            <Section title={m.about}>
                <DefinitionList
                    items={[
                        [m.due, course.due && <Day iso={course.due} />],
                        [m.reach, t.reach[course.reachable_from]],
                        [m.delivery, s.delivery[course.delivery]],
                        [m.kind, t.kind[course.kind]],
                        [m.provider, s.provider[course.provider]],
                        [m.audience, pair(course.audience, course.audience_en)],
                        [m.prerequisites, comes_first],
                        [m.validity, course.validity_months > 0 ? m.validity_of(course.validity_months) : null],
                        [m.usual_seats, course.capacity > 0 ? m.capacity_of(course.capacity) : null],
                        [m.closes, names(course.closes)],
                        [m.gives, names(course.gives)],
                        [m.level, course.level],
                        [m.note, page.note],
                        [m.clause, page.clause],
                    ]}
                />
            </Section>
        </>
    );
}
