import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Subject } from "./desk.ts";
import { words } from "./subject_words.ts";
import { terms } from "./terms.ts";

/** Owners and deputies in the order in which they are asked, with who is not there any more. */
export function SubjectPeople({ subject: { advisers } }: { subject: Subject }) {
    const m = useWords(words);
    const t = useWords(terms);
    const someone = advisers.some(({ presence }) => presence === "here");
    return (
        <>
            <ul>
                {advisers.map((one) => (
                    <li key={one.staff} className="flex flex-wrap items-baseline gap-x-2">
                        {one.name}
                        {one.deputy && <span className="text-quiet text-sm">{m.deputy}</span>}
                        {one.presence !== "here" && (
                            <Badge tone={one.presence === "on_leave" ? "warn" : "bad"}>{t.presence[one.presence]}</Badge>
                        )}
                    </li>
                ))}
            </ul>
            {!someone && <Badge tone="bad">{m.nobody_here}</Badge>}
        </>
    );
}
