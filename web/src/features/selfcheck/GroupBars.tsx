import type { Schema } from "../../api/types.ts";
import { percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Bars } from "../../ui/chart/Bars.tsx";
import { words } from "./words.ts";

type Count = Schema<"ChoiceCount">;

/** Of what applies to a section: "yes" of all that was answered. */
export const shareOf = ({ yes, partly, no }: Count) => ({ held: yes, needed: yes + partly + no });

/** How much of each group is as it should be, last year beside it. */
export function GroupBars({ table: { groups } }: { table: Schema<"CheckTable"> }) {
    const m = useWords(words);
    const pair = usePair();
    const bars = groups.map((group) => ({
        key: group.code,
        label: pair(group.title, group.title_en),
        link: (
            <>
                {pair(group.title, group.title_en)}
                {group.before && (
                    <span className="block text-quiet text-sm tabular">
                        {m.good_share_before} {percent(shareOf(group.before).held, shareOf(group.before).needed)}
                    </span>
                )}
            </>
        ),
        ...shareOf(group.count),
    }));
    return (
        <div className="max-w-3xl">
            <Bars
                quiet
                title={m.groups_title}
                says={bars.map(({ label, held, needed }) => `${label} ${percent(held, needed)}`).join(" / ")}
                head={[m.group, m.yes, m.answers_all]}
                bars={bars}
            />
        </div>
    );
}
