import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { nameOf } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Seat = Schema<"SectionSeat">;

/** Who of the section goes where, by the day. */
export function Going({ seats }: { seats: readonly Seat[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const columns = useMemo<Column<Seat>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 160,
                value: ({ name }) => name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            {
                key: "starts",
                head: m.first_day,
                width: 140,
                value: ({ starts_at }) => starts_at,
                cell: ({ starts_at }) => <Day iso={starts_at?.slice(0, 10)} />,
            },
            {
                key: "course",
                head: m.title,
                width: 320,
                value: (row) => pair(row.course_name, row.course_name_en),
                cell: (row) => (
                    <Link to="/training/runs/$run" params={{ run: String(row.run) }} className="link">
                        {nameOf(row, pair)}
                    </Link>
                ),
            },
            {
                key: "status",
                head: m.state,
                width: 150,
                value: ({ status }) => t.enrolment[status],
                cell: ({ status }) => <SeatState status={status} />,
            },
            { key: "route", head: m.route, width: 140, value: ({ route }) => t.route[route] },
        ],
        [m, t, pair],
    );
    return (
        <DataTable
            name="section-going"
            caption={m.going}
            rows={seats}
            columns={columns}
            rowKey={({ enrolment }) => enrolment}
            empty={
                <EmptyState title={m.nobody_goes} icon="calendar">
                    {m.nobody_goes_hint}
                </EmptyState>
            }
        />
    );
}
