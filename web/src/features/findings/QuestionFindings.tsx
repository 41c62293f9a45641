import { Link } from "@tanstack/react-router";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import type { Question } from "../answering/asked.ts";
import { CountBars } from "./CountBars.tsx";
import { Hidden } from "./Hidden.tsx";
import type { QuestionResult, Results } from "./results.ts";
import { groupRows, itemRows } from "./rows.ts";
import { ShareTable } from "./ShareTable.tsx";
import { SpreadLine } from "./SpreadLine.tsx";
import { words } from "./words.ts";

interface Props {
    results: Results;
    question: Question;
    result: QuestionResult;
    at: number;
}

/** What was answered to one question. */
export function QuestionFindings({ results, question, result, at }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const office = useMay("survey_manage");
    const [first] = result.items;
    const title = pair(question.text, question.text_en) || m.no_text;
    const answered = Math.max(0, ...result.items.map((item) => item.answered));
    return (
        <section aria-label={`${m.question(at)} ${title}`} className="keep-together mb-10">
            <h3 className="mb-1 text-base">
                <span className="mr-2 text-quiet">{m.question(at)}</span>
                {title}
            </h3>
            <p className="mb-3 text-quiet text-sm">
                {[
                    result.items.length > 0 && m.counted(answered),
                    question.if_question && m.of_asked(result.asked),
                    question.text_lost && m.text_lost,
                ]
                    .filter(Boolean)
                    .join(" · ")}
            </p>
            <Figures results={results} question={question} result={result} title={title} />
            {first && first.groups.length > 0 && <Cross {...{ results, question, result, title }} />}
            {result.texts === 0 && result.items.length === 0 && <p className="text-quiet">{m.no_texts}</p>}
            {result.texts > 0 && (
                <p className="mt-3">
                    {m.texts(result.texts)}{" "}
                    <Link
                        to={`/surveys/waves/${results.wave.id}/texts/${question.code}` as "."}
                        className="link no-print ml-2"
                        aria-label={`${m.question(at)}: ${office ? m.read_texts : m.see_themes}`}
                    >
                        {office ? m.read_texts : m.see_themes}
                    </Link>
                </p>
            )}
        </section>
    );
}

interface FiguresProps {
    results: Results;
    question: Question;
    result: QuestionResult;
    title: string;
}

function Figures({ results, question, result, title }: FiguresProps) {
    const m = useWords(words);
    const pair = usePair();
    const [first] = result.items;
    if (!first) return null;
    if (question.type === "matrix")
        return (
            <ShareTable
                caption={title}
                corner={m.item}
                columns={question.options.map(({ code, text, text_en }) => ({ code, name: pair(text, text_en) }))}
                rows={itemRows(question, result.items, pair).map((row, index) => ({
                    ...row,
                    hidden: result.items[index]?.hidden && <Hidden threshold={results.wave.threshold} about={row.name} />,
                }))}
            />
        );
    if (first.hidden) return <p className="text-quiet">{m.hidden_item(results.wave.threshold)}</p>;
    return (
        <>
            {question.options.length > 0 && (
                <div className="max-w-4xl">
                    <CountBars title={title} options={question.options} result={first} />
                </div>
            )}
            {first.spread && (
                <SpreadLine
                    spread={first.spread}
                    least={question.type === "number" ? (question.least ?? Math.min(0, first.spread.lower_quartile)) : 1}
                    most={
                        question.type === "number"
                            ? (question.most ?? first.spread.upper_quartile * 1.5)
                            : question.options.length
                    }
                />
            )}
        </>
    );
}

/** The same, for each group of the cut that was asked for. */
function Cross({ results, question, result, title }: FiguresProps) {
    const m = useWords(words);
    const pair = usePair();
    const cut = results.cuts.find(({ code }) => code === results.cut);
    const cut_name = cut ? pair(cut.name, cut.name_en) : m.group;
    const columns = question.options.map(({ code, text, text_en }) => ({ code, name: pair(text, text_en) }));
    return (
        <div className="mt-4 grid grid-cols-1 gap-4">
            {result.items.map((item) => {
                const named = question.items.find(({ code }) => code === item.item);
                const about = named ? pair(named.text, named.text_en) : title;
                return (
                    <div key={item.item} className="min-w-0">
                        {named && <p className="mb-1 font-bold text-table">{about}</p>}
                        <ShareTable
                            caption={m.cross(about, cut_name)}
                            corner={cut_name}
                            columns={columns}
                            rows={groupRows(question, item.groups, pair, true).map((row) => ({
                                ...row,
                                hidden: row.hidden && <Hidden threshold={results.wave.threshold} about={row.name} />,
                            }))}
                        />
                    </div>
                );
            })}
        </div>
    );
}
