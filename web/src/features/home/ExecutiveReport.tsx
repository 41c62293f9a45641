import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Bars } from "../../ui/chart/Bars.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { lowestOf } from "./lowest.ts";
import { TargetList } from "./TargetList.tsx";
import { words } from "./words.ts";

const most_bars = 6;

/** One A4 page for those who decide: the targets, how much is held, where it is least. */
export function ExecutiveReport({ city, on }: { city: Schema<"City">; on: string }) {
    const m = useWords(words);
    const pair = usePair();
    const me = useMe();
    const { language } = use(LanguageContext);
    const [town, plan] = [pair(me.municipality.name, me.municipality.name_en), pair(me.plan_title, me.plan_title_en)];
    const lowest = lowestOf(city.heat, most_bars);
    return (
        <div className="max-w-4xl">
            <PageHead
                title={m.report}
                action={
                    <Button icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                }
            >
                <span className="mr-4 inline-block">{plan.includes(town) ? plan : `${town} ${plan}`}</span>
                <span className="mr-4 inline-block">{m.made(longDate(on, language))}</span>
                <span className="inline-block">{m.city_lead(city.counted, city.people, city.on_leave)}</span>
            </PageHead>
            <TargetList targets={city.targets} />
            {city.required > 0 && (
                <Section title={m.report_held}>
                    <Progress hideLabel label={m.report_held} value={city.held} of={city.required} />
                </Section>
            )}
            <Section title={m.report_lowest}>
                {lowest.length === 0 ? (
                    <p className="text-quiet">{m.report_lowest_none}</p>
                ) : (
                    <Bars
                        quiet
                        title={m.report_lowest}
                        says={lowest.map(({ name, name_en }) => pair(name, name_en)).join(language === "ja" ? "、" : ", ")}
                        head={[m.skill, m.held, m.needed]}
                        bars={lowest.map(({ code, name, name_en, held, needed }) => ({
                            key: code,
                            label: pair(name, name_en),
                            held,
                            needed,
                        }))}
                    />
                )}
            </Section>
        </div>
    );
}
