import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { terms as skill_terms } from "../skills/terms.ts";
import { Prerequisites } from "./Prerequisites.tsx";
import { RunLine } from "./RunLine.tsx";
import type { Course } from "./runs.ts";
import { words } from "./words.ts";

/** A course of the catalogue: why it stands here, and the runs one can go to. */
export function CourseItem({ course }: { course: Course }) {
    const m = useWords(words);
    const s = useWords(skill_terms);
    const pair = usePair();
    const how = [s.delivery[course.delivery], s.provider[course.provider]].filter(Boolean).join("・");
    return (
        <li className="border-line border-t py-3 first:border-t-0">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link to="/training/courses/$code" params={{ code: course.code }} className="link font-bold">
                    {pair(course.name, course.name_en)}
                </Link>
                {how && <span className="text-quiet text-sm">{how}</span>}
                {course.reachable_from !== "both" && (
                    <Badge tone="info">{course.reachable_from === "internet" ? s.internet_only : s.lgwan_only}</Badge>
                )}
                {course.completed_on && (
                    <Badge tone="good">
                        {m.completed} <Day iso={course.completed_on} />
                    </Badge>
                )}
            </div>
            <Reason course={course} />
            {course.prerequisites.some(({ completed }) => !completed) && (
                <p className="text-table">
                    {m.comes_first} <Prerequisites courses={course.prerequisites} />
                </p>
            )}
            {course.runs.length > 0 ? (
                <ul className="mt-2">
                    {course.runs.map((run) => (
                        <RunLine key={run.id} run={run} reachable={course.reachable_from} />
                    ))}
                </ul>
            ) : (
                course.fit === "obligation" && <p className="mt-1 text-quiet text-sm">{m.no_run}</p>
            )}
        </li>
    );
}

/** In one line: by when, or what it closes or gives. */
function Reason({ course }: { course: Course }) {
    const m = useWords(words);
    const pair = usePair();
    const skills = (course.closes.length > 0 ? course.closes : course.gives).map((one) => pair(one.name, one.name_en));
    return (
        <p className="text-table">
            {course.due && (
                <strong className="mr-3">
                    {m.due} <Day iso={course.due} />
                </strong>
            )}
            {skills.length > 0 && (
                <span className="mr-3">
                    {course.closes.length > 0 ? m.closes : m.gives} {m.list(skills)}
                </span>
            )}
            {course.level && <span className="text-quiet">{m.for_level(course.level)}</span>}
        </p>
    );
}
