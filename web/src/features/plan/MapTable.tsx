import { usePair, useWords } from "../../i18n/words.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { member_words } from "./member_words.ts";
import type { Plan } from "./tables.ts";
import { words } from "./words.ts";

/** The skill map as the document prints it; the grid to work with is a page of its own. */
export function MapTable({ plan }: { plan: Plan }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const pair = usePair();
    const cells = new Map(plan.requirements.map((cell) => [`${cell.category}/${cell.skill}`, cell]));
    const areas = [...plan.areas.map(({ code, name, name_en }) => ({ code, name: pair(name, name_en) })), { code: "", name: "" }];
    return (
        <Scroll label={m.map_caption} className="overflow-x-auto rounded-8 border border-line print:overflow-visible">
            <table className="w-full text-sm">
                <caption className="sr-only">{m.map_caption}</caption>
                <thead>
                    <tr className="bg-solid-gray-50">
                        <th
                            scope="col"
                            className="sticky left-0 min-w-36 bg-solid-gray-50 px-3 print:static print:min-w-0 py-2 text-left align-bottom"
                        >
                            {n.members.skill}
                        </th>
                        {plan.categories.map(({ code, name, name_en }) => (
                            <th
                                key={code}
                                scope="col"
                                className="min-w-16 print:min-w-0 px-1 py-2 align-bottom font-normal text-xs leading-tight tracking-normal"
                            >
                                <Phrases>{pair(name, name_en)}</Phrases>
                            </th>
                        ))}
                    </tr>
                </thead>
                {areas.map((area) => {
                    const skills = plan.skills.filter((skill) => (skill.area || "") === area.code);
                    if (skills.length === 0) return null;
                    return (
                        <tbody key={area.code}>
                            {area.name && (
                                <tr>
                                    <th
                                        scope="rowgroup"
                                        colSpan={plan.categories.length + 1}
                                        className="border-line border-t bg-wash px-3 py-1 text-left"
                                    >
                                        {area.name}
                                    </th>
                                </tr>
                            )}
                            {skills.map((skill) => (
                                <tr key={skill.code}>
                                    <th
                                        scope="row"
                                        className="sticky left-0 border-line border-t bg-paper px-3 py-1 text-left font-normal print:static"
                                    >
                                        <Phrases>{pair(skill.name, skill.name_en)}</Phrases>
                                    </th>
                                    {plan.categories.map(({ code }) => {
                                        const cell = cells.get(`${code}/${skill.code}`);
                                        const doubtful = cell && cell.confidence !== "certain";
                                        return (
                                            <td key={code} className="border-line border-t border-l px-2 py-1 text-center">
                                                <span aria-hidden="true">
                                                    {cell ? (cell.mark === "required" ? "●" : "★") : ""}
                                                    {doubtful && "?"}
                                                </span>
                                                <span className="sr-only">
                                                    {cell ? n.values[cell.mark] : m.unspecified}
                                                    {doubtful && ` ${m.confidence}`}
                                                </span>
                                            </td>
                                        );
                                    })}
                                </tr>
                            ))}
                        </tbody>
                    );
                })}
            </table>
        </Scroll>
    );
}
