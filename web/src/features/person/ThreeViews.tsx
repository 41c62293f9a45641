import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { SkillRow } from "./standing.ts";
import type { Evidence } from "./useRecord.ts";
import { words } from "./words.ts";

const views = ["self", "confirmed", "certified"] as const;

/** The own view, the head's, the record's: side by side, never one over the other. */
export function ThreeViews({ row }: { row: SkillRow }) {
    const m = useWords(words);
    return (
        <dl className="mt-2 grid grid-cols-3 print:mt-1 print:text-[8.5pt] gap-px overflow-hidden rounded-8 border border-line bg-line text-[0.875rem] leading-snug">
            {views.map((view) => (
                <div key={view} className="bg-paper px-2.5 py-1.5">
                    <dt className="text-[0.8125rem] text-quiet">{m.three[view]}</dt>
                    <dd>
                        <View evidence={row[view]} />
                    </dd>
                </div>
            ))}
        </dl>
    );
}

function View({ evidence }: { evidence: Evidence | null }) {
    const m = useWords(words);
    if (!evidence) return <span className="text-quiet">{m.nothing_yet}</span>;
    return (
        <>
            <span className={evidence.holds ? "font-bold text-good" : ""}>
                {evidence.holds && <Icon name="check" size={16} className="mr-0.5" />}
                {evidence.holds ? m.holds : m.holds_not}
            </span>
            <span className="block text-[0.8125rem] max-sm:[&_time]:whitespace-normal">
                <Day iso={evidence.dated_on} />
            </span>
            {evidence.kind !== "self" && (
                <span className="block text-[0.8125rem] text-quiet">
                    {evidence.kind === "confirmed" ? evidence.by : evidence.source || evidence.by}
                </span>
            )}
        </>
    );
}
