import { useMemo } from "react";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { DecideButtons } from "./DecideButtons.tsx";
import { words } from "./office_words.ts";
import { type Enrolment, hasBegun, isUnderway, type Run } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { SubstituteButton } from "./SubstituteButton.tsx";
import { terms } from "./terms.ts";
import { WithdrawButton } from "./WithdrawButton.tsx";

interface Props {
    run: Run;
    group: "applied" | "seated" | "waiting" | "gone";
    rows: readonly Enrolment[];
}

// What the group itself says already.
const unsaid: Record<Props["group"], readonly string[]> = {
    applied: ["place", "status", "released"],
    seated: ["place"],
    waiting: ["status", "released"],
    gone: ["place", "released", "moves"],
};

export function RollTable({ run, group, rows }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const course = pair(run.course_name, run.course_name_en);
    const { today } = useMe();
    const releases = useMay("training_release");
    const begun = run.sessions.some((session) => hasBegun(session, today));
    const released = rows.some(({ released_at }) => released_at !== null);
    const columns = useMemo(() => {
        const every: Column<Enrolment>[] = [
            {
                key: "name",
                head: m.name,
                width: 130,
                value: ({ name }) => name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            { key: "place", head: m.place_no, numeric: true, width: 76, value: ({ place }) => place },
            { key: "no", head: m.staff_no, width: 110, hidden: true, value: ({ staff_no }) => staff_no },
            {
                key: "unit",
                head: m.section,
                width: 170,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            {
                key: "status",
                head: m.state,
                width: 120,
                value: ({ status }) => t.enrolment[status],
                cell: ({ status, reported_at }) => (
                    <>
                        <SeatState status={status} />
                        {reported_at !== null && <span className="block text-quiet text-sm">{m.reported}</span>}
                    </>
                ),
            },
            {
                key: "route",
                head: m.route,
                width: 140,
                value: ({ route }) => t.route[route],
                cell: (row) => (
                    <>
                        {t.route[row.route]}
                        {row.proxy && <span className="block text-quiet text-sm">{m.typed_by(row.proxy)}</span>}
                        {row.basis_no && <span className="block text-quiet text-sm">{row.basis_no}</span>}
                    </>
                ),
            },
            {
                key: "released",
                head: m.released,
                width: 150,
                value: ({ released_at }) => released_at,
                cell: (row) =>
                    row.released_at && (
                        <>
                            {row.released_by}
                            <span className="block text-quiet text-sm">
                                <Moment at={row.released_at} />
                            </span>
                        </>
                    ),
            },
            { key: "reason", head: m.reason, width: 200, value: (row) => (group === "gone" ? row.last_reason : row.reason) },
            {
                key: "moves",
                head: m.moves,
                width: group === "applied" || group === "seated" ? 200 : 140,
                sortable: false,
                value: () => null,
                cell: (row) => (
                    <span className="no-print flex flex-wrap gap-1">
                        {row.status === "applied" && <DecideButtons enrolment={row.id} name={row.name} course={course} />}
                        {row.status === "accepted" && releases && !begun && (
                            <SubstituteButton enrolment={row.id} who={row.name} />
                        )}
                        {row.status !== "applied" && isUnderway(row.status) && (
                            <WithdrawButton enrolment={row.id} name={course} who={row.name} />
                        )}
                    </span>
                ),
            },
        ];
        return every.filter(({ key }) => !unsaid[group].includes(key) && (key !== "released" || released));
    }, [m, t, group, course, released, releases, begun]);
    return (
        <DataTable
            name={`roll-${group}`}
            caption={m.group[group]}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            sortParam={`${group}_sort`}
        />
    );
}
