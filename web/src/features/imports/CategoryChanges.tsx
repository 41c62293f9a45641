import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { UnitNames } from "./UnitNames.tsx";
import { words } from "./words.ts";

interface Props {
    changes: readonly Schema<"CategoryChange">[];
    new_units: readonly { path: string; kind: string }[];
}

/** Who enters and who leaves a category by this import, and the sections it makes. */
export function CategoryChanges({ changes, new_units }: Props) {
    const m = useWords(words);
    return (
        <div className="grid grid-cols-1 gap-4">
            <div>
                <h3 className="font-bold">{m.categories}</h3>
                {changes.length === 0 && <p className="text-quiet">{m.no_categories}</p>}
                {changes.map((change) => (
                    <details key={change.code} className="border-line border-b py-2">
                        <summary className="cursor-pointer">
                            <strong>{change.name}</strong>
                            <span className="tabular ml-3">{m.enters(change.enters)}</span>
                            <span className="tabular ml-3">{m.leaves(change.leaves)}</span>
                        </summary>
                        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 pl-5 text-table">
                            {change.people.map((person) => (
                                <li key={`${person.staff} ${person.enters}`}>
                                    <span aria-hidden="true">{person.enters ? "＋" : "−"} </span>
                                    <span className="sr-only">{person.enters ? m.enters(1) : m.leaves(1)} </span>
                                    <PersonLink id={person.staff}>{person.name}</PersonLink>
                                </li>
                            ))}
                            {change.enters + change.leaves > change.people.length && (
                                <li className="text-quiet">{m.and_more(change.enters + change.leaves - change.people.length)}</li>
                            )}
                        </ul>
                    </details>
                ))}
            </div>
            <UnitNames title={m.new_units} units={new_units} />
        </div>
    );
}
