import { useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { Why } from "../../ui/Why.tsx";
import type { Gain } from "./flow.ts";
import { words } from "./flow_words.ts";

interface Props {
    gain: Gain;
    hourly: { yen: number; source: string };
    /** Not done yet: what it will save. */
    ahead?: boolean;
    /** The formula with the numbers in it, as the server keeps it. */
    formula?: string;
    frozen_at?: string | null;
}

/** What a year saves, with the sum written out and the formula one press away. */
export function GainLine({ gain, hourly, ahead, formula, frozen_at }: Props) {
    const m = useWords(words);
    return (
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="tabular">{m.from_to(gain.before, gain.after)}</span>
            <strong className="tabular">{ahead ? m.will_save(gain.saved) : m.saved(gain.saved)}</strong>
            {gain.yen_saved === null ? (
                <span className="text-quiet text-sm">{m.no_rate}</span>
            ) : (
                <>
                    <span className="tabular">{m.worth(gain.saved, hourly.yen, gain.yen_saved)}</span>
                    {gain.tool_yen > 0 && gain.yen !== null && (
                        <span className="tabular">
                            {m.tools_cost(gain.tool_yen)} → <strong>{m.net(gain.yen)}</strong>
                        </span>
                    )}
                </>
            )}
            <Why
                about={m.formula_about}
                rule={
                    <>
                        <span className="block">{m.formula_hours}</span>
                        {hourly.yen > 0 && <span className="block">{m.formula_yen(hourly.yen)}</span>}
                        {gain.tool_yen > 0 && <span className="block">{m.formula_tools}</span>}
                        {formula && <span className="tabular mt-1 block font-bold">{formula}</span>}
                    </>
                }
                more={[
                    [m.rate_source, hourly.source],
                    [m.frozen, frozen_at && <Moment key="frozen" at={frozen_at} />],
                ]}
            />
        </p>
    );
}
