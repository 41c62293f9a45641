import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Day } from "../../ui/Day.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { MySurveys } from "../answering/MySurveys.tsx";
import { ActionsPart } from "../findings/ActionsPart.tsx";
import { EvaluationPart } from "../findings/EvaluationPart.tsx";
import { TrendsPart } from "../findings/TrendsPart.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { SurveysPart } from "./SurveysPart.tsx";
import { WavesTable } from "./WavesTable.tsx";
import type { Wave } from "./waves.ts";
import { words } from "./words.ts";

/** 調査: what one is asked and may read; for the office the rounds, the questionnaires and what follows from them. */
export function SurveysPage() {
    const manages = useMay("survey_manage");
    const answers = useMay("survey_answer");
    const list = api.useQuery("get", "/survey-waves");
    return (
        <>
            <TrainingNav />
            <Ask query={list} lines={8}>
                {({ waves }) => (
                    <>
                        <Head waves={waves} />
                        {answers && <MySurveys quiet={manages} />}
                        {manages ? <Office waves={waves} /> : <Readable waves={waves} />}
                    </>
                )}
            </Ask>
        </>
    );
}

function Head({ waves }: { waves: readonly Wave[] }) {
    const m = useWords(words);
    const manages = useMay("survey_manage");
    if (!manages) return <PageHead title={m.title}>{m.lead_mine}</PageHead>;
    const open = waves.filter(({ status }) => status === "open");
    const sum = (of: (wave: Wave) => number) => open.reduce((all, wave) => all + of(wave), 0);
    return (
        <PageHead
            title={m.title}
            action={
                <LinkButton to="/surveys/waves/new" look="primary">
                    {m.add_wave}
                </LinkButton>
            }
        >
            {m.lead(
                open.length,
                sum(({ answered }) => answered),
                sum(({ invited }) => invited),
            )}
        </PageHead>
    );
}

function Office({ waves }: { waves: readonly Wave[] }) {
    const m = useWords(words);
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const tabs = [
        { id: "waves", label: m.tab.waves, content: <WavesTable waves={waves} /> },
        { id: "surveys", label: m.tab.surveys, content: <SurveysPart /> },
        { id: "trends", label: m.tab.trends, content: <TrendsPart /> },
        { id: "actions", label: m.tab.actions, content: <ActionsPart waves={waves} /> },
        { id: "courses", label: m.tab.courses, content: <EvaluationPart /> },
    ];
    return (
        <Tabs
            label={m.tabs}
            tabs={tabs}
            selected={tabs.some(({ id }) => id === tab) ? tab : "waves"}
            onSelect={(id) => setFilters({ tab: id === "waves" ? "" : id })}
        />
    );
}

/** What is left of the office's page to those who read only. */
function Readable({ waves }: { waves: readonly Wave[] }) {
    const m = useWords(words);
    const reads = useMay("survey_read");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const tabs = [
        { id: "results", label: m.results, content: <ReadableResults waves={waves} /> },
        { id: "trends", label: m.tab.trends, content: <TrendsPart /> },
        ...(reads ? [{ id: "actions", label: m.tab.actions, content: <ActionsPart waves={waves} /> }] : []),
    ];
    return (
        <Tabs
            label={m.tabs}
            tabs={tabs}
            selected={tabs.some(({ id }) => id === tab) ? tab : "results"}
            onSelect={(id) => setFilters({ tab: id === "results" ? "" : id })}
        />
    );
}

function ReadableResults({ waves }: { waves: readonly Wave[] }) {
    const m = useWords(words);
    if (waves.length === 0) return <p className="text-quiet">{m.no_results}</p>;
    return (
        <ul className="max-w-4xl">
            {waves.map((wave) => (
                <li
                    key={wave.id}
                    className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3 first:border-t"
                >
                    <span className="min-w-0 flex-1 basis-60">
                        <span className="font-bold">{wave.name}</span>
                        <span className="block text-quiet text-sm">
                            {m.last_day} <Day iso={wave.closes_on} />
                        </span>
                    </span>
                    <LinkButton to={`/surveys/waves/${wave.id}/results` as "."} size="small">
                        {m.to_results}
                    </LinkButton>
                </li>
            ))}
        </ul>
    );
}
