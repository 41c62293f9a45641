import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, use, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { WaveState } from "../surveys/States.tsx";
import { ReviewCell } from "../training/ReviewCell.tsx";
import { words } from "./evaluation_words.ts";
import { PairsTable } from "./PairsTable.tsx";
import { differenceText, meanText, pointsText, shareText } from "./results.ts";
import { words as trend_words } from "./trend_words.ts";

type Evaluation = Schema<"CourseEvaluation">;

/** 研修の効果: reaction, learning, behaviour and result of a course, beside what next year's plan should change. */
export function CourseEvaluationPage() {
    const may = useMay("survey_manage");
    const { code = "" } = useParams({ strict: false });
    const { fiscal_year } = useAsOf();
    const course = api.useQuery("get", "/courses/{code}", { params: { path: { code } } });
    const evaluation = api.useQuery("get", "/course-evaluations", { params: { query: { course: code, fiscal_year } } });
    if (!may) return <Forbidden />;
    return (
        <Ask query={course} lines={8}>
            {(page) => (
                <Ask query={evaluation} lines={8}>
                    {(found) => <Found course={page.course} evaluation={found} />}
                </Ask>
            )}
        </Ask>
    );
}

function Found({ course, evaluation }: { course: Schema<"CoursePage">["course"]; evaluation: Evaluation }) {
    const m = useWords(words);
    const pair = usePair();
    const name = pair(course.name, course.name_en);
    const { runs, participants, completed } = evaluation;
    return (
        <>
            <PageHead
                title={m.title(name)}
                path={[
                    { label: m.catalogue, to: "/training" },
                    { label: name, to: `/training/courses/${course.code}` },
                ]}
                action={
                    <Button icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                }
            >
                {runs.length === 0 ? m.lead_none : m.lead(runs.length, participants, completed)} {m.small(evaluation.threshold)}
            </PageHead>
            <div className="grid gap-x-10 desk:grid-cols-[minmax(0,1fr)_20rem]">
                <div className="min-w-0">
                    <Section title={m.level.reaction} lead={m.level_lead.reaction}>
                        <Figures figures={evaluation.reaction} nothing={m.nothing.reaction} />
                    </Section>
                    <Section title={m.level.learning} lead={m.level_lead.learning}>
                        <Learning evaluation={evaluation} />
                    </Section>
                    <Section title={m.level.behaviour} lead={m.level_lead.behaviour}>
                        <Figures figures={evaluation.behaviour} nothing={m.nothing.behaviour} />
                    </Section>
                    <Section title={m.level.result} lead={m.level_lead.result}>
                        <div className="max-w-xl">
                            <DefinitionList
                                items={[
                                    [m.participants, m.of_people(participants)],
                                    [m.completed, m.of_people(completed)],
                                    [m.rate, percent(completed, participants)],
                                ]}
                            />
                        </div>
                    </Section>
                </div>
                <div className="min-w-0">
                    <NextYearsPlan course={course.code} name={name} />
                    <Wishes wishes={evaluation.wishes} />
                    <Runs runs={runs} />
                </div>
            </div>
        </>
    );
}

function Figures({ figures, nothing }: { figures: readonly Schema<"Figure">[]; nothing: string }) {
    const m = useWords(words);
    const pair = usePair();
    if (figures.length === 0) return <p className="text-quiet">{nothing}</p>;
    return (
        <ul className="grid max-w-3xl gap-2 text-table">
            {figures.map((figure) => (
                <li
                    key={figure.name}
                    className="grid items-center gap-x-4 border-line border-b pb-2 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
                >
                    <span>{pair(figure.name, figure.name_en)}</span>
                    {figure.is_share ? (
                        <span aria-hidden="true" className="h-4 overflow-hidden rounded-4 border border-line bg-paper">
                            <span className="block h-full bg-blue-800" style={{ width: `${figure.value * 100}%` }} />
                        </span>
                    ) : (
                        <span />
                    )}
                    <span className="tabular text-right">
                        <strong>{figure.is_share ? shareText(figure.value) : m.mean_of(meanText(figure.value))}</strong>
                        <span className="ml-2 text-quiet">{m.of_people(figure.answered)}</span>
                    </span>
                </li>
            ))}
        </ul>
    );
}

function Learning({ evaluation: { learning, learning_means } }: { evaluation: Evaluation }) {
    const m = useWords(words);
    const t = useWords(trend_words);
    const pair = usePair();
    if (learning.length + learning_means.length === 0) return <p className="text-quiet">{m.nothing.learning}</p>;
    return (
        <div className="grid gap-4">
            <ul className="grid gap-2">
                {learning.map((one, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: several runs say the same of the same question
                    <li key={index} className="border-primary border-l-4 pl-4">
                        {pair(one.sentence, one.sentence_en)}
                    </li>
                ))}
            </ul>
            {learning.length > 0 && (
                <PairsTable
                    judged
                    caption={t.shares}
                    rows={learning}
                    value={shareText}
                    change={(n) => t.points(pointsText(n))}
                    bare={pointsText}
                />
            )}
            {learning_means.length > 0 && (
                <PairsTable
                    caption={t.means}
                    rows={learning_means}
                    value={meanText}
                    change={differenceText}
                    bare={differenceText}
                    judged={false}
                />
            )}
        </div>
    );
}

/** The existing review of the year, written here. */
function NextYearsPlan({ course, name }: { course: string; name: string }) {
    const m = useWords(words);
    const { fiscal_year } = useAsOf();
    const board = api.useQuery("get", "/training/year", { params: { query: { fiscal_year } } });
    const row = board.data?.rows.find((one) => one.course === course);
    return (
        <Aside title={m.next_year} lead={m.next_year_lead}>
            <Ask query={board} small>
                {() =>
                    row ? (
                        <>
                            {row.review?.change && <p className="mb-2 whitespace-pre-line">{row.review.change}</p>}
                            <ReviewCell course={course} name={name} year={fiscal_year} review={row.review} />
                        </>
                    ) : (
                        <p className="text-quiet">{m.not_in_year}</p>
                    )
                }
            </Ask>
        </Aside>
    );
}

const at_first = 8;

function Wishes({ wishes }: { wishes: readonly string[] }) {
    const m = useWords(words);
    const [all, setAll] = useState(false);
    const shown = all ? wishes : wishes.slice(0, at_first);
    return (
        <Aside title={m.wishes}>
            {wishes.length === 0 && <p className="text-quiet">{m.no_wishes}</p>}
            <ul className="grid gap-2 text-table">
                {shown.map((wish, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same
                    <li key={index} className="whitespace-pre-line border-line border-l-2 pl-3">
                        {wish}
                    </li>
                ))}
            </ul>
            {shown.length < wishes.length && (
                <Button size="small" look="quiet" className="no-print mt-2" onPress={() => setAll(true)}>
                    {m.wishes_more(wishes.length - shown.length)}
                </Button>
            )}
        </Aside>
    );
}

function Runs({ runs }: { runs: Evaluation["runs"] }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    if (runs.length === 0) return null;
    return (
        <Aside title={m.runs}>
            <ul className="text-table">
                {runs.map((run) => (
                    <li key={run.run} className="border-line border-b py-2 first:border-t">
                        <Link to={`/training/runs/${run.run}` as "."} className="link inline-block py-1">
                            {run.name || m.run_day(shortDate(run.last_day, language))}
                        </Link>
                        {run.waves.length === 0 && <p className="text-quiet text-sm">{m.no_waves}</p>}
                        <ul>
                            {run.waves.map((wave) => (
                                <li key={wave.id} className="flex flex-wrap items-center gap-x-3 text-sm">
                                    <Link to={`/surveys/waves/${wave.id}` as "."} className="link inline-block py-1">
                                        {wave.name}
                                    </Link>
                                    <WaveState wave={wave} />
                                    <span className="tabular">{m.answered_of(wave.answered, wave.invited)}</span>
                                </li>
                            ))}
                        </ul>
                    </li>
                ))}
            </ul>
        </Aside>
    );
}

function Aside({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
    return (
        <Section title={title} level={3} lead={lead}>
            {children}
        </Section>
    );
}
