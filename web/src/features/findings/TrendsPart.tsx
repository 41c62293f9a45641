import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Why } from "../../ui/Why.tsx";
import { TrendChart } from "./TrendChart.tsx";
import { words } from "./trend_words.ts";

/** 推移: the shares that are followed, beside what the plan has published. */
export function TrendsPart() {
    const m = useWords(words);
    const trends = api.useQuery("get", "/survey-trends", { params: { query: {} } });
    return (
        <Ask query={trends} lines={6}>
            {(found) =>
                found.trends.length === 0 ? (
                    <EmptyState title={m.none} icon="target">
                        {m.none_hint}
                    </EmptyState>
                ) : (
                    <>
                        <p className="mb-6 max-w-3xl text-quiet">{m.lead}</p>
                        <ul className="grid gap-x-10 gap-y-8 desk:grid-cols-2">
                            {found.trends.map((trend) => (
                                <li key={`${trend.survey} ${trend.code}`} className="keep-together min-w-0">
                                    <OneTrend trend={trend} />
                                </li>
                            ))}
                        </ul>
                    </>
                )
            }
        </Ask>
    );
}

export function OneTrend({ trend }: { trend: Schema<"Trend"> }) {
    const m = useWords(words);
    const pair = usePair();
    const stated = trend.points.find(({ wave }) => wave === null);
    const name = pair(trend.name, trend.name_en);
    return (
        <>
            <p className="flex flex-wrap items-baseline gap-x-2 font-bold">
                {name}
                <Why
                    about={name}
                    rule={trend.question && m.question(pair(trend.question, trend.question_en))}
                    clause={stated?.clause}
                    more={[
                        [m.fielded, stated?.fielded],
                        [m.published, stated?.added_up && m.added_up],
                        [m.note, stated?.note],
                    ]}
                />
            </p>
            <p className="mb-1 text-quiet text-sm">
                {[trend.claim && m.claim(trend.claim), trend.lower_is_better && m.lower].filter(Boolean).join(" ")}
            </p>
            <TrendChart trend={trend} quiet />
        </>
    );
}
