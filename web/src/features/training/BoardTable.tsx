import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { classes } from "../../ui/classes.ts";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { words } from "./office_words.ts";
import { ReviewCell } from "./ReviewCell.tsx";
import { months_of_year } from "./runs.ts";
import { terms } from "./terms.ts";
import { words as year_words } from "./year_words.ts";

type Row = Schema<"BoardRow">;

const tones = { held: "good", ahead: "plain", late: "warn", not_held: "bad", unplanned: "info", activity: "plain" } as const;
const head =
    "sticky top-0 z-10 border-line-strong border-b bg-solid-gray-50 px-1.5 py-2 font-normal print:static print:px-0.5 print:py-1";

/** Rows of the year plan × months: shaded where it is planned, the day where it is held. */
export function BoardTable({ rows, year }: { rows: readonly Row[]; year: number }) {
    const m = useWords(words);
    const y = useWords(year_words);
    const counted = rows.some(({ obliged }) => obliged !== null);
    const reviewed = useSeesReviews();
    return (
        <>
            <p className="mb-2 flex flex-wrap items-center gap-x-6 text-table print:text-[8pt]">
                <span className="flex items-center gap-2">
                    <span className="hatch inline-block h-5 w-8 border border-line-strong bg-primary-wash" />
                    {m.legend_planned}
                </span>
                <span>
                    <span className="font-bold">{m.day_of(10)}</span> {m.legend_held}
                </span>
                <span className="text-quiet">{m.legend_bracket}</span>
            </p>
            <Scroll
                label={m.board_caption}
                className="max-h-[max(28rem,calc(100dvh-18rem))] overflow-auto rounded-8 border border-line print:max-h-none print:overflow-visible print:border-0"
            >
                <table className="w-full min-w-[61rem] text-[0.875rem] leading-snug print:min-w-0 print:text-[7.5pt] print:leading-tight">
                    <caption className="sr-only">{m.board_caption}</caption>
                    <thead>
                        <tr>
                            <th
                                scope="col"
                                className={classes(
                                    head,
                                    "left-0 z-20 min-w-52 px-3 text-left max-sm:w-36 max-sm:min-w-36 max-sm:max-w-36 print:min-w-96",
                                )}
                            >
                                {m.course}
                            </th>
                            {months_of_year.map((month) => (
                                <th
                                    key={month}
                                    scope="col"
                                    className={classes(head, "w-13 whitespace-nowrap border-l border-l-line text-center")}
                                >
                                    {m.month(month)}
                                </th>
                            ))}
                            <th
                                scope="col"
                                className={classes(head, "min-w-20 border-l border-l-line px-2 text-left print:min-w-0")}
                            >
                                {m.state}
                            </th>
                            <th
                                scope="col"
                                className={classes(
                                    head,
                                    "whitespace-nowrap border-l border-l-line px-2 text-right print:min-w-0",
                                )}
                            >
                                {y.seats}
                            </th>
                            {counted && (
                                <th
                                    scope="col"
                                    className={classes(
                                        head,
                                        "whitespace-nowrap border-l border-l-line px-2 text-right print:min-w-0",
                                    )}
                                >
                                    {m.outstanding_of}
                                </th>
                            )}
                            {reviewed && (
                                <th
                                    scope="col"
                                    className={classes(head, "min-w-32 border-l border-l-line px-2 text-left print:min-w-36")}
                                >
                                    {y.review}
                                </th>
                            )}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row, index) => (
                            <BoardLine
                                // biome-ignore lint/suspicious/noArrayIndexKey: the plan may name a course twice
                                key={index}
                                row={row}
                                year={year}
                                counted={counted}
                                reviewed={reviewed}
                            />
                        ))}
                    </tbody>
                </table>
            </Scroll>
        </>
    );
}

interface LineProps {
    row: Row;
    year: number;
    counted: boolean;
    reviewed: boolean;
}

function BoardLine({ row, year, counted, reviewed }: LineProps) {
    const m = useWords(words);
    const pair = usePair();
    const name = pair(row.name, row.name_en);
    const band = pair(row.band_name, row.band_name_en);
    const cell = "border-line border-b border-l px-1 py-1.5 text-center print:px-0.5 print:py-0";
    return (
        <tr>
            <th
                scope="row"
                className="sticky left-0 z-[5] border-line border-b bg-paper px-3 py-1.5 text-left font-normal max-sm:max-w-36 print:static print:px-1 print:py-0"
            >
                {row.course ? (
                    <Link to="/training/courses/$code" params={{ code: row.course }} className="link">
                        <Phrases>{name}</Phrases>
                    </Link>
                ) : (
                    <Phrases>{name}</Phrases>
                )}
                {band && <span className="block text-quiet text-sm print:ml-2 print:inline print:text-[7.5pt]">{band}</span>}
            </th>
            {months_of_year.map((month) => {
                const any_month = row.months.length === 0 && row.state !== "unplanned";
                const planned = any_month || row.months.includes(month);
                return (
                    <td key={month} className={classes(cell, planned && "bg-primary-wash", planned && !any_month && "hatch")}>
                        {planned && <span className="sr-only">{m.planned}</span>}
                        <Held runs={row.runs.filter((run) => run.month === month)} />
                    </td>
                );
            })}
            <td
                className={classes(
                    cell,
                    "text-left print:[&>span]:border-0 print:[&>span]:p-0 print:[&>span]:text-[8pt] print:[&>span]:leading-tight",
                )}
            >
                <Badge tone={tones[row.state]}>{m.board_state[row.state]}</Badge>
            </td>
            <td className={classes(cell, "tabular whitespace-nowrap px-2 text-right")}>
                {row.runs.length > 0 && `${number(sum(row, "seated"))} / ${number(sum(row, "completed"))}`}
            </td>
            {counted && (
                <td className={classes(cell, "tabular px-2 text-right")}>
                    {row.course && row.obliged !== null && row.outstanding !== null && (
                        <Link to="/training/outstanding" search={{ course: row.course }} className="link">
                            {number(row.outstanding)} / {number(row.obliged)}
                        </Link>
                    )}
                </td>
            )}
            {reviewed && (
                <td className={classes(cell, "px-2 text-left")}>
                    {row.course && <ReviewCell course={row.course} name={name} year={year} review={row.review} />}
                </td>
            )}
        </tr>
    );
}

const sum = ({ runs }: Row, member: "seated" | "completed") => runs.reduce((all, run) => all + run[member], 0);

/** The server shows reviews to the same people. */
function useSeesReviews() {
    const manages = useMay("training_manage");
    const edits_plan = useMay("edit_plan");
    const statistics = useMay("see_statistics");
    return manages || edits_plan || statistics;
}

/** The days of a month on which the row is held; in brackets while in preparation, struck through when cancelled. */
function Held({ runs }: { runs: Row["runs"] }) {
    const m = useWords(words);
    const t = useWords(terms);
    return runs.map((run) => {
        const day = m.day_of(Number(run.starts_at?.slice(8, 10)));
        return (
            <Link
                key={run.run}
                to="/training/runs/$run"
                params={{ run: String(run.run) }}
                title={[run.name, t.run[run.status], m.seated_of(run.seated, run.capacity)].filter(Boolean).join(" ・ ")}
                className={classes(
                    "link flex min-h-6 items-center justify-center whitespace-nowrap rounded-4 bg-paper font-bold print:min-h-0",
                    run.status === "cancelled" && "line-through",
                )}
            >
                {run.status === "draft" ? `(${day})` : day}
                {run.status !== "open" && <span className="sr-only">{t.run[run.status]}</span>}
            </Link>
        );
    });
}
