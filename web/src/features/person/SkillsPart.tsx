import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Progress } from "../../ui/chart/Progress.tsx";
import { Section } from "../../ui/Section.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Why } from "../../ui/Why.tsx";
import { SkillCard } from "./SkillCard.tsx";
import { SkillCharts } from "./SkillCharts.tsx";
import { grouped } from "./standing.ts";
import { words } from "./words.ts";

interface Props {
    staff: number;
    skills: Schema<"PersonSkills">;
}

const views = ["self", "confirmed", "certified"] as const;

/** The middle of a person's page: n of m, then each skill with its three views. */
export function SkillsPart({ staff, skills }: Props) {
    const m = useWords(words);
    const { date } = useAsOf();
    const [{ view }, setFilters] = useFilters(["view"]);
    const { required, held } = skills;
    const list = (
        <>
            <dl className="mb-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-3">
                {views.map((one) => (
                    <div key={one}>
                        <dt className="font-bold">{m.three[one]}</dt>
                        <dd className="text-quiet">{m.affects[one]}</dd>
                    </div>
                ))}
            </dl>
            {grouped(skills.rows).map(({ state, rows }) => (
                <section key={state} aria-label={m.groups[state]} className="mb-6">
                    <h3 className="border-line-strong border-b pb-1 text-std-18B-160">
                        {m.groups[state]} <span className="tabular font-normal text-quiet text-sm">{rows.length}</span>
                    </h3>
                    <div className="print:grid print:grid-cols-2 print:gap-x-6">
                        {rows.map((row) => (
                            <SkillCard key={row.skill} staff={staff} row={row} />
                        ))}
                    </div>
                </section>
            ))}
        </>
    );
    return (
        <Section
            title={m.skills}
            lead={
                <>
                    {required === 0 ? m.none_required : held === required ? m.all_held : m.missing_n(required - held)}{" "}
                    <Why about={m.why_count} rule={m.why_count_rule} on={date} />
                </>
            }
        >
            {required > 0 && (
                <div className="mb-5">
                    <Progress label={m.n_of_m(held, required)} value={held} of={required} />
                </div>
            )}
            {skills.rows.length > 0 && (
                <Tabs
                    label={m.view}
                    selected={view === "chart" ? "chart" : "list"}
                    onSelect={(id) => setFilters({ view: id === "list" ? "" : id })}
                    tabs={[
                        { id: "list", label: m.views.list, content: list },
                        { id: "chart", label: m.views.chart, content: <SkillCharts skills={skills} /> },
                    ]}
                />
            )}
        </Section>
    );
}
