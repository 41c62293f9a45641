import { use, useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Select } from "../../ui/Select.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { type PlannedSeat, runLabel, type SeatPlan } from "./seats.ts";
import { words } from "./words.ts";

const page_size = 200;

/** Person by person: the seat, or why there is none; each can be changed by hand. */
export function PeopleSeats({ plan, unseated }: { plan: SeatPlan; unseated: boolean }) {
    const m = useWords(words);
    const [{ run, course, page }, setFilters] = useFilters(["run", "course", "page"]);
    const [moving, setMoving] = useState<PlannedSeat | null>(null);
    const at = Number(page) || 1;
    const query = { run: unseated ? undefined : Number(run) || undefined, course: course || undefined, unseated };
    const seats = api.useQuery("get", "/seat-plans/{plan}/seats", {
        params: { path: { plan: plan.id }, query: { ...query, from: (at - 1) * page_size, size: page_size } },
    });
    const columns = useColumns(plan, setMoving);
    return (
        <>
            <Narrow plan={plan} unseated={unseated} />
            <Ask query={seats}>
                {(found) => (
                    <>
                        <DataTable
                            name="seat-plan"
                            caption={m.people_caption}
                            rows={found.seats}
                            total={found.total}
                            columns={columns}
                            rowKey={(row) => `${row.staff} ${row.course}`}
                            empty={unseated ? <EmptyState title={m.all_seated} icon="check" /> : undefined}
                        />
                        <Pages
                            label={m.pages}
                            page={at}
                            size={page_size}
                            total={found.total}
                            said={m.shown}
                            onPage={(next) => setFilters({ page: next === 1 ? "" : String(next) })}
                        />
                    </>
                )}
            </Ask>
            {moving && <MoveDialog plan={plan} seat={moving} onClose={() => setMoving(null)} />}
        </>
    );
}

function Narrow({ plan, unseated }: { plan: SeatPlan; unseated: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const [{ run, course }, setFilters] = useFilters(["run", "course", "page"]);
    return (
        <FilterBar filters={[]} also={["run", "course"]}>
            <Select
                plain
                small
                label={m.course}
                empty={m.all_courses}
                className="w-60 text-table max-sm:w-full"
                options={plan.courses.map((one) => ({ value: one.course, label: pair(one.course_name, one.course_name_en) }))}
                value={course}
                onChange={(next) => setFilters({ course: next, run: "", page: "" })}
            />
            {!unseated && (
                <Select
                    plain
                    small
                    label={m.run}
                    empty={m.all_runs}
                    className="w-72 text-table max-sm:w-full"
                    options={plan.runs
                        .filter((one) => !course || one.course === course)
                        .map((one) => ({ value: String(one.run), label: runLabel(one, pair, language) }))}
                    value={run}
                    onChange={(next) => setFilters({ run: next, page: "" })}
                />
            )}
        </FilterBar>
    );
}

function useColumns(plan: SeatPlan, move: (seat: PlannedSeat) => void): Column<PlannedSeat>[] {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    return useMemo(() => {
        const label = (seat: PlannedSeat) => {
            const run = plan.runs.find((one) => one.run === seat.run);
            return run ? runLabel(run, pair, language) : "";
        };
        const columns: Column<PlannedSeat>[] = [
            {
                key: "name",
                head: m.name,
                width: 148,
                value: ({ name }) => name,
                cell: ({ staff, name }) => <PersonLink id={staff}>{name}</PersonLink>,
            },
            { key: "no", head: m.staff_no, width: 100, value: ({ staff_no }) => staff_no },
            {
                key: "unit",
                head: m.section,
                width: 130,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            {
                key: "course",
                head: m.course,
                width: 172,
                value: (seat) => pair(seat.course_name, seat.course_name_en),
            },
            {
                key: "kind",
                head: m.why_asked,
                width: 76,
                value: ({ required }) => (required ? m.is_required : m.is_asked),
            },
            {
                key: "seat",
                head: m.seat,
                width: 272,
                value: (seat) => label(seat) || m.obstacle[seat.obstacle],
                cell: (seat) => (
                    <span className="flex flex-wrap items-baseline gap-x-2">
                        {seat.run === null ? (
                            <>
                                <strong>{m.no_seat}</strong>
                                <span>{m.obstacle[seat.obstacle]}</span>
                            </>
                        ) : (
                            label(seat)
                        )}
                        {seat.pinned && <Badge tone="info">{m.pinned}</Badge>}
                    </span>
                ),
            },
        ];
        if (plan.state !== "proposed") return columns;
        return [
            ...columns,
            {
                key: "move",
                head: m.move,
                width: 110,
                sortable: false,
                value: () => "",
                cell: (seat) => (
                    <Button size="small" look="quiet" aria-label={m.move_title(seat.name)} onPress={() => move(seat)}>
                        {m.move}
                    </Button>
                ),
            },
        ];
    }, [m, pair, language, plan, move]);
}
