import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./words.ts";

export function Completions({ completions }: { completions: readonly Schema<"MyCompletion">[] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Section title={m.completions}>
            {completions.length === 0 && <p className="text-quiet">{m.no_completions}</p>}
            <ul>
                {completions.map((one) => (
                    <li
                        key={`${one.course} ${one.completed_on}`}
                        className="flex flex-wrap gap-x-4 border-line border-b py-2 first:border-t"
                    >
                        <span className="w-36">
                            <Day iso={one.completed_on} />
                        </span>
                        <Link to="/training/courses/$code" params={{ code: one.course }} className="link">
                            {pair(one.course_name, one.course_name_en)}
                        </Link>
                        <span className="text-quiet text-sm">{one.source}</span>
                    </li>
                ))}
            </ul>
        </Section>
    );
}
