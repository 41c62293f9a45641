import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Course } from "./runs.ts";
import { words } from "./words.ts";

/** The courses that come first, each with a way to it; those the person has completed say so. */
export function Prerequisites({ courses }: { courses: Course["prerequisites"] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <span className="inline-flex flex-wrap gap-x-3">
            {courses.map(({ course, name, name_en, completed }) => (
                <span key={course}>
                    <Link to="/training/courses/$code" params={{ code: course }} className="link">
                        {pair(name, name_en)}
                    </Link>{" "}
                    {completed && <Badge tone="good">{m.completed}</Badge>}
                </span>
            ))}
        </span>
    );
}
