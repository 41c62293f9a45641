import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Section } from "../../ui/Section.tsx";
import type { CourseName } from "./completions.ts";
import { words } from "./completions_words.ts";

interface Props {
    names: readonly CourseName[];
    courses: readonly { value: string; label: string }[];
    onChoose: (given: string, code: string) => void;
}

// A select cannot hold the empty text for two things.
const left_out = " ";

const tones = { nothing: "bad", name: "plain", likeness: "warn", memory: "plain", choice: "info" } as const;

/** What the list calls each course, and which course of the plan that is. What is undecided stands first. */
export function CourseNames({ names, courses, onChoose }: Props) {
    const m = useWords(words);
    const order = { nothing: 0, likeness: 1, choice: 2, memory: 3, name: 4 };
    const sorted = names.toSorted((a, b) => order[a.by] - order[b.by]);
    const undecided = names.filter(({ by }) => by === "nothing").length;
    return (
        <Section level={3} title={m.names_title} lead={m.names_lead}>
            {undecided > 0 && (
                <div className="mb-4">
                    <Notice tone="warn">{m.undecided(undecided)}</Notice>
                </div>
            )}
            <Scroll label={m.names_title} className="overflow-x-auto rounded-8 border border-line">
                <table className="w-full text-table sm:min-w-[40rem]">
                    <caption className="sr-only">{m.names_title}</caption>
                    <thead>
                        <tr className="bg-solid-gray-50 text-left">
                            <th scope="col" className="px-3 py-2">
                                {m.given}
                            </th>
                            <th scope="col" className="w-16 px-3 py-2 text-right">
                                {m.rows}
                            </th>
                            <th scope="col" className="px-3 py-2">
                                {m.means}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {sorted.map(({ given, rows, course, by }) => (
                            <tr key={given}>
                                <th scope="row" className="border-line border-t px-3 py-1.5 text-left font-normal">
                                    {given}
                                </th>
                                <td className="tabular border-line border-t px-3 py-1.5 text-right">{rows}</td>
                                <td className="w-1/2 border-line border-t px-3 py-1.5">
                                    <span className="flex flex-wrap items-center gap-2">
                                        <select
                                            aria-label={m.means_of(given)}
                                            value={course || (by === "nothing" ? "" : left_out)}
                                            onChange={({ target }) =>
                                                onChoose(given, target.value === left_out ? "" : target.value)
                                            }
                                            className="field field-small min-w-0 flex-1 basis-48"
                                        >
                                            {by === "nothing" && <option value="">{m.choose}</option>}
                                            <option value={left_out}>{m.leave_out}</option>
                                            {courses.map(({ value, label }) => (
                                                <option key={value} value={value}>
                                                    {label}
                                                </option>
                                            ))}
                                        </select>
                                        <Badge tone={tones[by]}>{m.by[by]}</Badge>
                                    </span>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </Section>
    );
}
