import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./board_words.ts";
import { dayOf, goesOn, type Line, stages } from "./desk.ts";
import { DueDay, Owner, Stands } from "./States.tsx";
import { terms } from "./terms.ts";

interface Props {
    name: string;
    caption: string;
    lines: readonly Line[];
    total?: number;
    empty?: ReactNode;
    /** They are over: no day is due any more. */
    over?: boolean;
}

/** Consultations line by line, what is due first. */
export function LinesTable({ name, caption, lines, total, empty, over }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Line>[]>(
        () => [
            {
                key: "title",
                head: m.what,
                width: 206,
                value: ({ title }) => title,
                cell: (row) => (
                    <>
                        <Link to={`/desk/${row.id}` as "."} className="link">
                            {row.title}
                        </Link>
                        <span className="tabular block text-quiet text-sm">{row.no}</span>
                    </>
                ),
            },
            {
                key: "asker",
                head: m.from,
                width: 150,
                value: ({ asker }) => asker.unit_name,
                cell: ({ asker }) => (
                    <>
                        <Phrases>{asker.unit_name}</Phrases>
                        <span className="block text-quiet text-sm">{asker.name}</span>
                    </>
                ),
            },
            {
                key: "subject",
                head: m.subject,
                width: 130,
                value: (row) => pair(row.subject_name, row.subject_name_en),
            },
            {
                key: "stage",
                head: m.stage,
                width: 120,
                value: ({ stage }) => stages.indexOf(stage),
                cell: (row) => <Stands line={row} />,
            },
            {
                key: "owner",
                head: m.owner,
                width: 110,
                value: ({ owner }) => owner?.name ?? "",
                cell: (row) => <Owner line={row} />,
            },
            ...(over
                ? []
                : [
                      {
                          key: "due",
                          head: m.due,
                          width: 148,
                          value: ({ due_on }: Line) => due_on,
                          cell: (row: Line) => <Due line={row} />,
                      },
                  ]),
            {
                key: "asked",
                head: m.asked,
                width: 144,
                value: ({ asked_at }) => asked_at,
                cell: ({ asked_at }) => <Day iso={dayOf(asked_at)} />,
            },
        ],
        [m, pair, over],
    );
    return (
        <DataTable
            name={name}
            caption={caption}
            rows={lines}
            columns={columns}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            total={total}
            empty={empty}
        />
    );
}

function Due({ line }: { line: Line }) {
    const m = useWords(words);
    const t = useWords(terms);
    if (!goesOn(line)) return null;
    return (
        <span className="grid justify-items-start gap-0.5">
            {line.status === "waiting_for_asker" ? <Badge>{t.status.waiting_for_asker}</Badge> : <DueDay line={line} />}
            {!line.answered && <span className="text-quiet text-sm">{m.first_answer}</span>}
        </span>
    );
}
