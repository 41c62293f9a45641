import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import type { Choice } from "./answers.ts";
import { shareOf } from "./GroupBars.tsx";
import { narrowed, rowChoices, trendOf } from "./heat.ts";
import { looks, signs, terms } from "./terms.ts";
import { words } from "./words.ts";

type Table = Schema<"CheckTable">;
type Row = Table["rows"][number];

const head = "sticky top-0 z-10 border-line-strong border-b bg-solid-gray-50 print:static";
const foot = "border-line-strong border-t bg-solid-gray-50 py-1 text-center tabular text-[0.75rem]";

/** Section × item: the sign of each answer, and beside it last year's where it was another. */
export function AnswerHeat({ table }: { table: Table }) {
    const m = useWords(words);
    const [{ section, rows: which }] = useFilters(["section", "rows"]);
    const rows = narrowed(table.rows, section, which);
    return (
        <>
            <FilterBar
                filters={[
                    { name: "section", label: m.find },
                    {
                        name: "rows",
                        label: m.heat_filter,
                        options: rowChoices.map((value) => ({ value, label: m.rows[value] })),
                    },
                ]}
            />
            {rows.length === 0 ? (
                <EmptyState title={m.no_match}>{m.no_match_hint}</EmptyState>
            ) : (
                <Grid table={table} rows={rows} />
            )}
        </>
    );
}

function Grid({ table, rows }: { table: Table; rows: readonly Row[] }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Scroll
            label={m.heat_title}
            className="max-h-[max(24rem,calc(100dvh-14rem))] w-fit max-w-full overflow-auto rounded-8 border border-line print:max-h-none print:overflow-visible"
        >
            <table className="text-[0.875rem] leading-snug print:text-[8pt]">
                <caption className="sr-only">{m.heat_title}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className={classes(
                                head,
                                "left-0 z-20 min-w-36 px-3 py-2 text-left align-bottom sm:min-w-56 print:min-w-28",
                            )}
                        >
                            {m.section}
                        </th>
                        {table.columns.map((column) => (
                            <th
                                key={column.code}
                                scope="col"
                                title={pair(column.text, column.text_en)}
                                className={classes(
                                    head,
                                    "w-11 min-w-11 px-0.5 py-2 text-center align-bottom font-normal print:min-w-0",
                                )}
                            >
                                <span aria-hidden="true">{column.code}</span>
                                <span className="sr-only">{pair(column.text, column.text_en)}</span>
                            </th>
                        ))}
                        <th scope="col" className={classes(head, "min-w-16 px-2 py-2 text-right align-bottom font-normal")}>
                            {m.good_share}
                        </th>
                        <th scope="col" className={classes(head, "min-w-20 px-2 py-2 text-right align-bottom font-normal")}>
                            {m.remedies_column}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <Line key={row.unit} table={table} row={row} />
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" className={classes(foot, "sticky left-0 px-3 text-left font-normal print:static")}>
                            {m.good_share}
                        </th>
                        {table.columns.map(({ code, count, before }) => (
                            <td key={code} className={foot}>
                                {whole(count)}
                                {before && <span className="block text-quiet">{whole(before)}</span>}
                            </td>
                        ))}
                        <td className={foot} />
                        <td className={foot} />
                    </tr>
                </tfoot>
            </table>
        </Scroll>
    );
}

const whole = (count: Schema<"ChoiceCount">) => {
    const { held, needed } = shareOf(count);
    return needed === 0 ? "–" : `${Math.floor((held / needed) * 100)}%`;
};

function Line({ table, row }: { table: Table; row: Row }) {
    const m = useWords(words);
    const pair = usePair();
    const share = shareOf(row.count);
    return (
        <tr>
            <th
                scope="row"
                className="sticky left-0 z-[5] border-line border-r border-b bg-paper px-3 py-1.5 text-left font-normal print:static"
            >
                {table.may_open_sections && row.submitted ? (
                    <Link
                        to="/selfcheck/$check/sections/$unit"
                        params={{ check: String(table.summary.id), unit: String(row.unit) }}
                        className="link"
                    >
                        <Phrases>{row.unit_name}</Phrases>
                    </Link>
                ) : (
                    <Phrases>{row.unit_name}</Phrases>
                )}
                {!row.submitted && <span className="block text-[0.8125rem] text-quiet">{m.not_submitted}</span>}
            </th>
            {table.columns.map((column, index) => (
                <Cell
                    key={column.code}
                    item={pair(column.text, column.text_en)}
                    now={row.answers[index] ?? null}
                    before={row.before[index] ?? null}
                />
            ))}
            <td className="tabular whitespace-nowrap border-line border-b px-2 text-right">
                {percent(share.held, share.needed)}
            </td>
            <td className="tabular whitespace-nowrap border-line border-b px-2 text-right">
                {row.open_remedies > 0 && row.open_remedies}
                {row.overdue_remedies > 0 && (
                    <span className="block text-bad text-[0.75rem]">
                        {m.overdue} {row.overdue_remedies}
                    </span>
                )}
            </td>
        </tr>
    );
}

function Cell({ item, now, before }: { item: string; now: Choice | null; before: Choice | null }) {
    const m = useWords(words);
    const t = useWords(terms);
    const trend = trendOf(now, before);
    const says = m.cell(item, now ? t.choice[now] : t.unanswered, before ? t.choice[before] : "");
    return (
        <td
            title={says}
            className={classes(
                "h-10 whitespace-nowrap border-paper border-r border-b p-0 text-center",
                now ? looks[now] : "bg-paper text-quiet",
            )}
        >
            <span aria-hidden="true" className="rounded-4 bg-inherit px-0.5">
                {now ? signs[now] : "·"}
                {trend && before && (
                    <span className="ml-0.5 text-[0.6875rem]">
                        {trend === "better" ? "↑" : "↓"}
                        {signs[before]}
                    </span>
                )}
            </span>
            <span className="sr-only">
                {says}
                {trend && ` ${m[trend]}`}
            </span>
        </td>
    );
}
