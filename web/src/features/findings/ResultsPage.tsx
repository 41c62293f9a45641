import { useParams } from "@tanstack/react-router";
import { api, downloadUrl, queries } from "../../api/client.ts";
import { percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { WaveState } from "../surveys/States.tsx";
import { useWaveEvents } from "../surveys/useWaveEvents.ts";
import { QuestionFindings } from "./QuestionFindings.tsx";
import type { Results } from "./results.ts";
import { words } from "./words.ts";

/** 結果: what was answered, with the denominator of each figure, and nothing of too few. */
export function ResultsPage() {
    const { wave } = useParams({ strict: false });
    const [{ cut }] = useFilters(["cut"]);
    const results = api.useQuery(
        "get",
        "/survey-waves/{id}/results",
        { params: { path: { id: Number(wave) }, query: { cut: cut || undefined } } },
        { placeholderData: (before: unknown) => before as never },
    );
    return (
        <Ask query={results} lines={10}>
            {(found) => <Found results={found} />}
        </Ask>
    );
}

function Found({ results }: { results: Results }) {
    const m = useWords(words);
    const pair = usePair();
    const { wave, survey } = results;
    useWaveEvents(wave.id, () => queries.invalidateQueries({ queryKey: ["get", "/survey-waves/{id}/results"] }));
    const known = new Set(survey.sections.map(({ code }) => code));
    const parts = [{ code: "", title: "", title_en: "" }, ...survey.sections].map((section) => ({
        section,
        questions: survey.questions.filter((question) =>
            section.code ? question.section === section.code : !known.has(question.section),
        ),
    }));
    return (
        <>
            <PageHead
                title={m.title(wave.name)}
                path={[
                    { label: m.surveys, to: "/surveys" },
                    { label: m.to_wave, to: `/surveys/waves/${wave.id}` },
                ]}
                aside={<WaveState wave={wave} />}
                action={<Actions results={results} />}
            >
                {!results.too_few && m.lead(results.counted, wave.invited, percent(results.counted, wave.invited))}{" "}
                {!results.too_few && wave.status === "open" && m.live}
            </PageHead>
            {results.held_back > 0 && !results.too_few && (
                <div className="mb-6 max-w-3xl">
                    <Notice title={m.held_back(results.held_back)}>{m.held_back_hint}</Notice>
                </div>
            )}
            {results.too_few ? (
                <EmptyState title={m.too_few} icon="people">
                    {wave.status === "open"
                        ? m.too_few_open(results.held_back, 2 * wave.threshold)
                        : m.too_few_closed(wave.threshold)}
                </EmptyState>
            ) : (
                <>
                    <CutChoice results={results} />
                    {parts
                        .filter(({ questions }) => questions.length > 0)
                        .map(({ section, questions }) => (
                            <section key={section.code} aria-label={pair(section.title, section.title_en) || undefined}>
                                {section.title && (
                                    <h2 className="mb-4 border-line border-b pb-1 text-std-20B-150">
                                        {pair(section.title, section.title_en)}
                                    </h2>
                                )}
                                {questions.map((question) => {
                                    const result = results.questions.find((one) => one.question === question.code);
                                    return (
                                        result && (
                                            <QuestionFindings
                                                key={question.code}
                                                results={results}
                                                question={question}
                                                result={result}
                                                at={survey.questions.indexOf(question) + 1}
                                            />
                                        )
                                    );
                                })}
                            </section>
                        ))}
                </>
            )}
        </>
    );
}

function Actions({ results: { wave, too_few } }: { results: Results }) {
    const m = useWords(words);
    const file = (format: string) => downloadUrl(`/survey-waves/${wave.id}/results/file`, { format });
    return (
        <>
            {wave.pairs_with !== null && (
                <LinkButton to={`/surveys/waves/${wave.id}/pairs` as "."} look="primary">
                    {m.pairs}
                </LinkButton>
            )}
            {!too_few && (
                <>
                    <a href={file("xlsx")} download className={buttonLook("secondary")}>
                        Excel
                    </a>
                    <a href={file("csv")} download className={buttonLook("secondary")}>
                        CSV
                    </a>
                    <Button icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                </>
            )}
        </>
    );
}

function CutChoice({ results }: { results: Results }) {
    const m = useWords(words);
    const pair = usePair();
    const [{ cut }, setFilters] = useFilters(["cut"]);
    if (results.cuts.length === 0) return results.wave.status === "open" && <p className="mb-6 text-quiet">{m.cut_hint}</p>;
    return (
        <div className="no-print mb-6">
            <Select
                plain
                small
                className="w-72 max-w-full text-table"
                label={m.cut}
                empty={m.no_cut}
                value={cut}
                options={results.cuts.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) }))}
                onChange={(next) => setFilters({ cut: next })}
            />
        </div>
    );
}
