import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Why } from "../../ui/Why.tsx";
import { words } from "./words.ts";

/** What the plan asks for before somebody may be certified. */
export function RuleBox({ level }: { level: Schema<"LevelRule"> }) {
    const m = useWords(words);
    const pair = usePair();
    const name = pair(level.name, level.name_en);
    return (
        <section aria-label={m.rule} className="mb-6 rounded-8 border border-line bg-wash px-4 py-3 text-table">
            <p>
                <strong className="mr-2">{m.rule}</strong>
                {level.confidence !== "certain" && <Badge tone="warn">{m.confidence}</Badge>}{" "}
                <Why about={name} rule={level.purpose} clause={level.clause} more={[[m.note, level.note]]} />
            </p>
            <ul className="mt-1 list-disc pl-5">
                {level.below && <li>{m.rule_below(pair(level.below, level.below_en))}</li>}
                {level.required.length === 0 ? (
                    <li>{m.rule_no_courses}</li>
                ) : (
                    <li>
                        {m.rule_courses}:{" "}
                        {level.required.map((course, index) => (
                            <span key={course.code}>
                                {index > 0 && "、"}
                                <Phrases>{pair(course.name, course.name_en)}</Phrases>
                            </span>
                        ))}
                    </li>
                )}
            </ul>
            <p className="mt-1 text-quiet text-sm">{m.rule_star}</p>
        </section>
    );
}
