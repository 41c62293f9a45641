import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { beyondHelp, gapOf, type PlannedCourse, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

/** Who has no seat, course by course, and what would give everybody one. */
export function PlanNotes({ plan }: { plan: SeatPlan }) {
    const m = useWords(words);
    const gap = gapOf(plan);
    const without = plan.courses.filter(({ wanted, seated }) => wanted > seated);
    return (
        <div className="mb-6">
            <Notice tone="warn" title={m.unseated_people(plan.wanted - plan.seated)}>
                <ul className="grid gap-1">
                    {without.map((one) => (
                        <Missing key={one.course} course={one} />
                    ))}
                </ul>
                <p className="mt-2 text-sm">{gap === 0 ? m.optimal_hint : m.gap_hint(plan.most_seats)}</p>
            </Notice>
        </div>
    );
}

function Missing({ course }: { course: PlannedCourse }) {
    const m = useWords(words);
    const pair = usePair();
    const name = pair(course.course_name, course.course_name_en);
    const missing = course.wanted - course.seated;
    const besides = beyondHelp(course);
    const sentence =
        course.further_runs > 0
            ? m.remedy(name, missing, course.further_runs, course.run_seats, course.month)
            : m.no_remedy(name, missing);
    return (
        <li>
            {sentence}
            {course.further_runs > 0 && besides > 0 && ` ${m.besides(besides)}`}
        </li>
    );
}
