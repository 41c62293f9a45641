import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { member_words } from "./member_words.ts";
import { placeOf } from "./places.ts";
import { words } from "./words.ts";

type PlanDocument = Schema<"PlanDocument">;
const shown = 20;

/** What keeps a draft from being put in force, each with its chapter, item and member. */
export function Problems({ document, title }: { document: PlanDocument; title?: string }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const pair = usePair();
    const { plan, problems } = document;
    const where = (pointer: string) => {
        const { table, item, member } = placeOf(plan, pointer);
        return [n.tables[table] ?? table, item, n.members[member] ?? member].filter(Boolean).join(" › ");
    };
    return (
        <Notice tone="bad" title={title ?? m.problems(problems.length)}>
            <ul className="list-disc pl-5">
                {problems.slice(0, shown).map((one) => (
                    <li key={one.pointer + one.ja}>
                        <span className="text-quiet text-sm">{where(one.pointer)}</span>
                        <span className="block">{pair(one.ja, one.en)}</span>
                    </li>
                ))}
            </ul>
            {problems.length > shown && <p>{m.problems_more(problems.length - shown)}</p>}
        </Notice>
    );
}
