import { useMemo } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { DecideWork } from "./DecideWork.tsx";
import type { Work } from "./work.ts";
import { words } from "./work_words.ts";

interface Props {
    name: string;
    rows: readonly Work[];
    /** All of them are one's own: whose they are goes without saying. */
    own?: boolean;
    onEdit: (work: Work) => void;
    onReport?: (work: Work) => void;
}

const tones = { recorded: "info", confirmed: "good", returned: "warn" } as const;

export function WorkTable({ name, rows, own, onEdit, onReport }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Work>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 130,
                value: (row) => row.name,
                cell: (row) => (
                    <>
                        <PersonLink id={row.staff}>{row.name}</PersonLink>
                        <span className="block text-quiet text-sm">{row.unit_name}</span>
                    </>
                ),
            },
            {
                key: "title",
                head: m.what,
                width: 216,
                value: ({ title }) => title,
                cell: (row) => (
                    <>
                        {row.title}
                        <span className="block text-quiet text-sm">
                            {m.kind[row.kind]}
                            {row.place && ` · ${row.place}`}
                        </span>
                        {row.note && <span className="block text-quiet text-sm">{row.note}</span>}
                    </>
                ),
            },
            {
                key: "until",
                head: m.period,
                width: 144,
                value: ({ until_on }) => until_on,
                cell: ({ from_on, until_on }) => (
                    <>
                        <Day iso={from_on} />
                        {until_on !== from_on && (
                            <>
                                {m.dash}
                                <Day iso={until_on} />
                            </>
                        )}
                    </>
                ),
            },
            {
                key: "skills",
                head: m.skills,
                width: 176,
                value: ({ skills }) => m.list(skills.map((one) => pair(one.name, one.name_en))),
            },
            {
                key: "status",
                head: m.state,
                width: 130,
                value: ({ status }) => m.status[status],
                cell: (row) => (
                    <>
                        <Badge tone={tones[row.status]}>{m.status[row.status]}</Badge>
                        {row.proxy && <span className="block text-quiet text-sm">{m.typed_by(row.proxy)}</span>}
                        {row.decided_by && row.status === "confirmed" && (
                            <span className="block text-quiet text-sm">{row.decided_by}</span>
                        )}
                        {row.decided_why && row.status === "returned" && (
                            <span className="block text-quiet text-sm">{row.decided_why}</span>
                        )}
                    </>
                ),
            },
            {
                key: "moves",
                head: m.moves,
                width: 212,
                sortable: false,
                value: () => null,
                cell: (row) => (
                    <span className="no-print flex flex-wrap gap-1">
                        <DecideWork work={row} />
                        {row.may_change && (
                            <Button size="small" look="quiet" aria-label={m.change_what(row.title)} onPress={() => onEdit(row)}>
                                {m.change}
                            </Button>
                        )}
                        {onReport && !row.reported_at && row.may_change && (
                            <Button size="small" look="quiet" aria-label={m.report_on(row.title)} onPress={() => onReport(row)}>
                                {m.report}
                            </Button>
                        )}
                    </span>
                ),
            },
        ],
        [m, pair, onEdit, onReport],
    );
    const shown = useMemo(() => (own ? columns.filter(({ key }) => key !== "name") : columns), [own, columns]);
    return (
        <DataTable
            name={name}
            sortParam={`${name}_sort`}
            caption={m.records_title}
            rows={rows}
            columns={shown}
            rowKey={({ id }) => id}
            empty={
                <EmptyState title={m.none} icon="book">
                    {m.none_hint}
                </EmptyState>
            }
        />
    );
}
