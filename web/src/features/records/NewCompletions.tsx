import { use, useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./completions_words.ts";

type Row = Schema<"NewCompletion">;

/** Who would have completed what: the first 500 of them. */
export function NewCompletions({ rows, total }: { rows: readonly Row[]; total: number }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const columns = useMemo<Column<Row>[]>(
        () => [
            { key: "line", head: m.line, numeric: true, width: 84, value: ({ line }) => line },
            { key: "name", head: m.name, width: 150, value: ({ name }) => name },
            { key: "no", head: m.staff_no, width: 124, value: ({ staff_no }) => staff_no },
            { key: "course", head: m.course, width: 300, value: (row) => pair(row.course_name, row.course_name_en) },
            {
                key: "day",
                head: m.completed_on,
                width: 140,
                value: ({ completed_on }) => completed_on,
                cell: ({ completed_on }) => <Day iso={completed_on} />,
            },
            { key: "year", head: m.fiscal_year, width: 120, value: (row) => fiscalYear(row.fiscal_year, language) },
        ],
        [m, pair, language],
    );
    return (
        <Section level={3} title={m.counts.added} lead={rows.length < total && m.first_rows(rows.length)}>
            <DataTable
                name="completions-new"
                sortParam="new_sort"
                caption={m.counts.added}
                rows={rows}
                columns={columns}
                rowKey={({ line }) => line}
                printable={false}
                empty={
                    <EmptyState title={m.nothing_new} icon="check">
                        {m.nothing_new_hint}
                    </EmptyState>
                }
            />
        </Section>
    );
}
