import type { Schema } from "../../api/types.ts";
import { usePair } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";

/** What speaks against a seat; told, not refused. `names` when it is about several people. */
export function Conflicts({
    conflicts,
    names,
}: {
    conflicts: readonly Schema<"Conflict">[];
    names?: ReadonlyMap<number, string>;
}) {
    const pair = usePair();
    return (
        <ul className="list-disc pl-5">
            {conflicts.map((one) => (
                <li key={`${one.staff} ${one.kind} ${one.day} ${one.text}`}>
                    {names?.get(one.staff) && <span className="mr-2 font-bold">{names.get(one.staff)}</span>}
                    <Day iso={one.day} /> {pair(one.text, one.text_en)}
                </li>
            ))}
        </ul>
    );
}
