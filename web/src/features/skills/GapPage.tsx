import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { GapByCategory } from "./GapByCategory.tsx";
import { GapByUnit } from "./GapByUnit.tsx";
import { words } from "./gap_words.ts";

/** Where skills are missing: by section, and by category for those who see the whole city. */
export function GapPage() {
    const m = useWords(words);
    const me = useMe();
    const city = useMay("see_statistics");
    const [filters, setFilters] = useFilters(["by", "unit", "show"]);
    const unit = Number(filters.unit) || (city ? undefined : (me.unit ?? undefined));
    const by = city && filters.by === "category" ? "category" : "unit";
    const show = filters.show === "missing" ? "missing" : "share";
    if (!city && unit === undefined)
        return (
            <>
                <PageHead title={m.title} />
                <EmptyState title={m.empty}>{m.empty_hint}</EmptyState>
            </>
        );
    const choices = (
        <div className="no-print mb-4 flex flex-wrap gap-x-10 gap-y-2">
            {city && (
                <RadioGroup
                    inline
                    label={m.by}
                    value={by}
                    onChange={(next) => setFilters({ by: next === "unit" ? "" : next })}
                    options={(["unit", "category"] as const).map((value) => ({ value, label: m.tabs[value] }))}
                />
            )}
            <RadioGroup
                inline
                label={m.show}
                value={show}
                onChange={(next) => setFilters({ show: next === "share" ? "" : next })}
                options={(["share", "missing"] as const).map((value) => ({ value, label: m.shows[value] }))}
            />
        </div>
    );
    return (
        <div data-print="wide">
            {by === "unit" ? (
                <GapByUnit unit={unit} show={show} choices={choices} />
            ) : (
                <GapByCategory show={show} choices={choices} />
            )}
        </div>
    );
}
