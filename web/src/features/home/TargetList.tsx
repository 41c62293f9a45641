import { Link, useRouter } from "@tanstack/react-router";
import { use } from "react";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { terms } from "../skills/terms.ts";
import { type Target, targetsOf } from "./targets.ts";
import { words } from "./words.ts";

/** Each level's people against its target, with the rule it is counted by. */
export function TargetList({ targets }: { targets: readonly Target[] }) {
    const m = useWords(words);
    const { fiscal_year } = useAsOf();
    const router = useRouter();
    const shown = targetsOf(targets, fiscal_year);
    const page = "/targets" in router.routesByPath;
    return (
        <Section
            title={m.targets}
            lead={shown.length > 0 && m.targets_lead}
            action={
                page && (
                    <Link to={"/targets" as "."} className="link text-table">
                        {m.all_targets}
                    </Link>
                )
            }
        >
            {shown.length === 0 && <p className="text-quiet">{m.targets_none}</p>}
            <ul className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
                {shown.map((target) => (
                    <li key={target.level} className="keep-together">
                        <OneTarget target={target} />
                    </li>
                ))}
            </ul>
        </Section>
    );
}

function OneTarget({ target }: { target: Target }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const name = m.target(pair(target.level_name, target.level_name_en), fiscalYear(target.fiscal_year, language));
    return (
        <>
            <Progress
                label={name}
                value={target.actual ?? 0}
                of={target.target}
                unit={m.people}
                forecast={target.forecast ?? undefined}
            />
            <p className="text-sm">
                {target.actual === null && <span className="mr-2 text-quiet">{m.not_begun}</span>}
                <span className="text-quiet">{pair(target.rule, target.rule_en)}</span>{" "}
                {target.confidence !== "certain" && <Badge tone="warn">{t.to_confirm}</Badge>}{" "}
                <Why
                    about={name}
                    rule={pair(target.rule, target.rule_en)}
                    clause={target.clause}
                    on={target.counted_on}
                    more={[
                        [m.forecast, target.forecast === null ? null : pair(target.assumption, target.assumption_en)],
                        ["※", target.note],
                    ]}
                />
            </p>
        </>
    );
}
