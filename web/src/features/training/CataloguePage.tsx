import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { CourseItem } from "./CourseItem.tsx";
import { byFit, matching } from "./runs.ts";
import { TrainingNav } from "./TrainingNav.tsx";
import { words } from "./words.ts";

/** 研修: what fits the one who looks comes first, then everything the plan offers. */
export function CataloguePage() {
    const catalogue = api.useQuery("get", "/courses");
    return (
        <>
            <TrainingNav />
            <Ask query={catalogue} lines={8}>
                {({ courses }) => <Found courses={courses} />}
            </Ask>
        </>
    );
}

function Found({ courses }: { courses: Schema<"CourseLine">[] }) {
    const m = useWords(words);
    const [{ q, open }] = useFilters(["q", "open"]);
    const groups = byFit(matching(courses, q, open === "yes"));
    const count = (fit: string) => courses.filter((course) => course.fit === fit).length;
    return (
        <>
            <PageHead title={m.catalogue_title}>
                {m.catalogue_lead(count("obligation"), count("gap"), courses.filter(({ runs }) => runs.length > 0).length)}
            </PageHead>
            <FilterBar
                filters={[
                    { name: "q", label: m.find },
                    { name: "open", label: m.open_label, options: [{ value: "yes", label: m.open_only }] },
                ]}
            />
            {groups.length === 0 && (
                <EmptyState title={courses.length === 0 ? m.no_course : m.nothing} icon="book">
                    {courses.length === 0 ? m.no_course_hint : m.nothing_hint}
                </EmptyState>
            )}
            {groups.map(([fit, fitting]) => (
                <Section key={fit} title={m.fit[fit]} lead={m.fit_lead[fit]}>
                    <ul>
                        {fitting.map((course) => (
                            <CourseItem key={course.code} course={course} />
                        ))}
                    </ul>
                </Section>
            ))}
        </>
    );
}
