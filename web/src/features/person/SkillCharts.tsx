import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Bars } from "../../ui/chart/Bars.tsx";
import { Radar } from "../../ui/chart/Radar.tsx";
import { byArea } from "./standing.ts";
import { words } from "./words.ts";

/** The same as pictures; a radar needs three areas, bars stand in for fewer. */
export function SkillCharts({ skills }: { skills: Schema<"PersonSkills"> }) {
    const m = useWords(words);
    const pair = usePair();
    const areas = byArea(skills.rows);
    const says = m.radar_says(skills.held, skills.required);
    const head = [m.head_area, m.head_held, m.head_needed] as const;
    return (
        <div className="grid gap-10">
            {areas.length >= 3 ? (
                <Radar
                    title={m.radar}
                    says={says}
                    head={head}
                    axes={areas.map(({ name, ...share }) => ({ label: name, ...share }))}
                />
            ) : (
                <Bars
                    title={m.radar}
                    says={says}
                    head={head}
                    bars={areas.map(({ code, name, ...share }) => ({ key: code, label: name, ...share }))}
                />
            )}
            {skills.categories.length > 0 && (
                <Bars
                    title={m.bars}
                    says={m.bars_says}
                    head={[m.head_category, m.head_held, m.head_needed]}
                    bars={skills.categories.map(({ category, name, name_en, required, held }) => ({
                        key: category,
                        label: pair(name, name_en),
                        needed: required,
                        held,
                    }))}
                />
            )}
        </div>
    );
}
