import { api, downloadUrl } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { OutstandingTable } from "./OutstandingTable.tsx";
import { words } from "./office_words.ts";
import { Reminders } from "./Reminders.tsx";
import { TrainingNav } from "./TrainingNav.tsx";

const filter_names = ["course", "unit", "after"] as const;
const page_size = 200;

/** 未受講: who has not yet taken what the year asks, in the order of the organisation. */
export function OutstandingPage() {
    const m = useWords(words);
    const may_export = useMay("export_data");
    const manages = useMay("training_manage");
    const [{ course, unit, after }, setFilters] = useFilters(filter_names);
    const narrowing = { course: course || undefined, unit: Number(unit) || undefined };
    const list = api.useQuery("get", "/training/outstanding", {
        params: { query: { ...narrowing, after: Number(after) || undefined, size: page_size } },
    });
    return (
        <>
            <TrainingNav />
            <PageHead title={m.outstanding_title}>{list.data && m.outstanding_lead(list.data.total)}</PageHead>
            <Filters />
            <Ask query={list}>
                {(page) => (
                    <>
                        {!course && <Totals courses={page.courses} />}
                        <OutstandingTable
                            name="outstanding"
                            people={page.people}
                            total={page.total}
                            excel={may_export ? downloadUrl("/exports/outstanding", { ...narrowing, format: "xlsx" }) : undefined}
                        />
                        {(after || page.next !== null) && (
                            <nav aria-label={m.pages} className="no-print mt-4 flex flex-wrap gap-3">
                                {after && (
                                    <Button size="small" icon="left" onPress={() => setFilters({ after: "" })}>
                                        {m.first_page}
                                    </Button>
                                )}
                                {page.next !== null && (
                                    <Button size="small" icon="right" onPress={() => setFilters({ after: String(page.next) })}>
                                        {m.next_page}
                                    </Button>
                                )}
                            </nav>
                        )}
                        {manages && <Reminders course={course} unit={Number(unit) || null} />}
                    </>
                )}
            </Ask>
        </>
    );
}

/** Another question begins at its first page. */
function Filters() {
    const m = useWords(words);
    const pair = usePair();
    const [{ course, unit }, setFilters] = useFilters(filter_names);
    const courses = api.useQuery("get", "/courses").data?.courses ?? [];
    return (
        <FilterBar filters={[]} also={filter_names}>
            <Select
                plain
                small
                label={m.course}
                empty={m.all_courses}
                className="w-60 text-table max-sm:w-full"
                options={courses.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) }))}
                value={course}
                onChange={(next) => setFilters({ course: next, after: "" })}
            />
            <UnitPicker
                plain
                small
                label={m.section}
                className="w-60 text-table max-sm:w-full"
                value={unit ? Number(unit) : null}
                onChange={(next) => setFilters({ unit: next === null ? "" : String(next), after: "" })}
            />
        </FilterBar>
    );
}

/** How many people each course is waiting for; a press narrows the list to it. */
function Totals({ courses }: { courses: readonly Schema<"OutstandingTotal">[] }) {
    const m = useWords(words);
    const pair = usePair();
    const [, setFilters] = useFilters(filter_names);
    const waiting = courses.filter(({ people }) => people > 0);
    if (waiting.length === 0) return null;
    return (
        <ul className="mb-6 max-w-3xl text-table">
            {waiting.map((one) => (
                <li key={one.course} className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-1 first:border-t">
                    <button
                        type="button"
                        className="link min-w-0 flex-1 basis-60 cursor-pointer text-left"
                        onClick={() => setFilters({ course: one.course, after: "" })}
                    >
                        {pair(one.course_name, one.course_name_en)}
                    </button>
                    <span className="text-quiet">
                        {m.due} <Day iso={one.due} />
                    </span>
                    <strong className="tabular w-24 text-right">{m.people_count(one.people)}</strong>
                </li>
            ))}
        </ul>
    );
}
