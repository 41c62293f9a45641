import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { terms } from "../skills/terms.ts";
import type { SkillRow } from "./standing.ts";

/** A course with what one must know before going there: how it is held and on which PC. */
export function CourseLine({ course }: { course: SkillRow["courses"][number] }) {
    const t = useWords(terms);
    const pair = usePair();
    const how = [t.delivery[course.delivery], t.provider[course.provider]].filter(Boolean).join("・");
    return (
        <>
            <Link to="/training/courses/$code" params={{ code: course.code }} className="link font-bold">
                {pair(course.name, course.name_en)}
            </Link>
            {how && <span className="ml-2 text-quiet text-sm">{how}</span>}
            {course.reachable_from !== "both" && (
                <span className="ml-2">
                    <Badge tone="info">{course.reachable_from === "internet" ? t.internet_only : t.lgwan_only}</Badge>
                </span>
            )}
        </>
    );
}
