import { Link } from "@tanstack/react-router";
import { use, useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { shortDay } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { words } from "./words.ts";

type Person = Schema<"OutstandingPerson">;

interface Props {
    name: string;
    people: readonly Person[];
    total?: number;
    excel?: string;
    sortParam?: string;
}

/** One person a row, with every course that is still open and how far they are on the way to it. */
export function OutstandingTable({ name, people, total, excel, sortParam }: Props) {
    const m = useWords(words);
    const columns = useMemo<Column<Person>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 130,
                value: (row) => row.name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            { key: "no", head: m.staff_no, width: 104, value: ({ staff_no }) => staff_no },
            {
                key: "unit",
                head: m.section,
                width: 196,
                value: ({ unit_path }) => unit_path,
                cell: ({ unit_path }) => <Phrases>{unit_path}</Phrases>,
            },
            { key: "rank", head: m.rank, width: 84, value: ({ rank }) => rank },
            {
                key: "courses",
                head: m.not_yet,
                width: 490,
                value: ({ courses }) => courses[0]?.due ?? null,
                cell: ({ courses }) => <Courses courses={courses} />,
            },
        ],
        [m],
    );
    return (
        <DataTable
            name={name}
            caption={m.outstanding_title}
            rows={people}
            total={total}
            columns={columns}
            rowKey={({ staff }) => staff}
            excel={excel}
            sortParam={sortParam}
            empty={
                <EmptyState title={m.nobody_outstanding} icon="check">
                    {m.nobody_outstanding_hint}
                </EmptyState>
            }
        />
    );
}

function Courses({ courses }: { courses: Person["courses"] }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    return (
        <ul>
            {courses.map((one) => (
                <li key={one.course} className="flex min-h-6 flex-wrap items-baseline gap-x-2 pt-0.5">
                    <Link to="/training/courses/$code" params={{ code: one.course }} className="link">
                        {pair(one.course_name, one.course_name_en)}
                    </Link>
                    <span className="whitespace-nowrap text-quiet text-sm">
                        {m.due} {shortDay(one.due, language)}
                    </span>
                    {one.overdue && <Badge tone="bad">{m.overdue}</Badge>}
                    {one.status && <SeatState status={one.status} />}
                    {one.status && one.starts_at && (
                        <span className="whitespace-nowrap text-sm">{shortDay(one.starts_at, language)}</span>
                    )}
                </li>
            ))}
        </ul>
    );
}
