import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { words } from "./board_words.ts";
import { type byStage, type Stage, stages } from "./desk.ts";
import { terms } from "./terms.ts";

interface Props {
    subjects: ReturnType<typeof byStage>;
    chosen: { subject: string; stage: string };
    onChoose: (subject: string, stage: string) => void;
}

const sum = (counts: Record<Stage, number>) => stages.reduce((all, stage) => all + counts[stage], 0);

/** How many stand where, subject by subject; a figure narrows the list below to what it counts. */
export function StageGrid({ subjects, chosen, onChoose }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const total = (stage: Stage) => subjects.reduce((all, { counts }) => all + counts[stage], 0);
    return (
        <Scroll label={m.by_stage} className="overflow-x-auto rounded-8 border border-line">
            <table className="w-full text-table">
                <caption className="sr-only">{m.by_stage}</caption>
                <thead>
                    <tr className="bg-solid-gray-50">
                        <th scope="col" className="min-w-36 border-line-strong border-b px-3 py-2 text-left">
                            {m.subject}
                        </th>
                        {stages.map((stage) => (
                            <th
                                key={stage}
                                scope="col"
                                className="border-line-strong border-b px-3 py-2 text-right whitespace-nowrap"
                            >
                                {t.stage[stage]}
                            </th>
                        ))}
                        <th scope="col" className="whitespace-nowrap border-line-strong border-b px-3 py-2 text-right">
                            {m.total}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {subjects.map(({ id, name, name_en, counts }) => (
                        <tr key={id}>
                            <th scope="row" className="border-line border-b px-3 py-1 text-left font-normal">
                                {pair(name, name_en)}
                            </th>
                            {stages.map((stage) => {
                                const here = chosen.subject === String(id) && chosen.stage === stage;
                                return (
                                    <td key={stage} className="tabular border-line border-b px-1.5 py-1 text-right">
                                        {counts[stage] > 0 ? (
                                            <button
                                                type="button"
                                                aria-pressed={here}
                                                aria-label={m.narrow(pair(name, name_en), t.stage[stage], counts[stage])}
                                                onClick={() => (here ? onChoose("", "") : onChoose(String(id), stage))}
                                                className={classes(
                                                    "link min-h-8 min-w-8 cursor-pointer rounded-4 px-1.5 font-bold",
                                                    here && "bg-primary-wash",
                                                )}
                                            >
                                                {counts[stage]}
                                            </button>
                                        ) : (
                                            <span className="px-1.5 text-quiet">0</span>
                                        )}
                                    </td>
                                );
                            })}
                            <td className="tabular border-line border-b px-3 py-1 text-right font-bold">{sum(counts)}</td>
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" className="px-3 py-2 text-left">
                            {m.total}
                        </th>
                        {stages.map((stage) => (
                            <td key={stage} className="tabular px-3 py-2 text-right font-bold">
                                {total(stage)}
                            </td>
                        ))}
                        <td className="tabular px-3 py-2 text-right font-bold">
                            {subjects.reduce((all, { counts }) => all + sum(counts), 0)}
                        </td>
                    </tr>
                </tfoot>
            </table>
        </Scroll>
    );
}
