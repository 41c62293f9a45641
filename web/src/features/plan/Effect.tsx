import { use, useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate } from "../../i18n/dates.ts";
import { signed } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./words.ts";

type Category = Schema<"CategoryEffect">;
type Person = Category["people"][number];
type UnitEffect = Schema<"UnitEffect">;

/** The draft tried on the people of the day: who enters and leaves, whose gap changes, section by section. */
export function Effect({ version }: { version: number }) {
    const m = useWords(words);
    const { on } = useAsOf();
    const { language } = use(LanguageContext);
    const query = api.useQuery("get", "/plan/versions/{version}/dry-run", { params: { path: { version }, query: { on } } });
    return (
        <Ask query={query} lines={8}>
            {(run) => {
                const moved = run.categories.filter(({ enters, leaves }) => enters + leaves > 0);
                const nothing = moved.length === 0 && run.gap.people_changed === 0;
                return (
                    <>
                        <p className="mb-4 text-quiet">{m.effect_lead(longDate(run.as_of, language))}</p>
                        <dl className="mb-6 flex flex-wrap gap-x-10 gap-y-3">
                            <Figure
                                label={m.population_change}
                                before={m.persons(run.population.before)}
                                after={m.persons(run.population.after)}
                            />
                            <Figure label={m.gap_change} before={m.count(run.gap.before)} after={m.count(run.gap.after)} />
                            <Figure label={m.gap_people} after={m.persons(run.gap.people_changed)} />
                        </dl>
                        {nothing && <EmptyState title={m.effect_none} icon="check" />}
                        {moved.map((category) => (
                            <Moved key={category.code} category={category} />
                        ))}
                        {run.units.length > 0 && <BySection units={run.units} />}
                    </>
                );
            }}
        </Ask>
    );
}

function Figure({ label, before, after }: { label: string; before?: string; after: string }) {
    return (
        <div>
            <dt className="text-quiet text-table">{label}</dt>
            <dd className="tabular text-std-20B-150">
                {before !== undefined && before !== after && <span className="font-normal text-quiet">{before} → </span>}
                {after}
            </dd>
        </div>
    );
}

function Moved({ category }: { category: Category }) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Person>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                value: ({ name }) => name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            {
                key: "enters",
                head: m.change,
                width: 100,
                value: ({ enters }) => (enters ? m.enters : m.leaves),
                cell: ({ enters }) => (
                    <Badge tone={enters ? "good" : "warn"}>{enters ? `＋ ${m.enters}` : `− ${m.leaves}`}</Badge>
                ),
            },
            {
                key: "unit",
                head: m.section,
                width: 220,
                value: ({ unit_name }) => unit_name,
                cell: (row) => <Phrases>{row.unit_name}</Phrases>,
            },
            { key: "reason", head: m.reason, width: 320, value: ({ reason }) => reason },
        ],
        [m],
    );
    const name = pair(category.name, category.name_en);
    return (
        <Section level={3} title={m.enters_leaves(name, category.enters, category.leaves)}>
            {category.people.length > 0 && (
                <DataTable
                    name={`dry-run-${category.code}`}
                    sortParam={`sort_${category.code}`}
                    caption={m.enters_leaves(name, category.enters, category.leaves)}
                    rows={category.people}
                    columns={columns}
                    rowKey={({ staff, enters }) => `${staff} ${enters}`}
                    total={category.enters + category.leaves}
                    printable={false}
                />
            )}
            {category.people.length < category.enters + category.leaves && category.people.length >= 100 && (
                <p className="mt-1 text-quiet text-sm">{m.first_hundred}</p>
            )}
        </Section>
    );
}

function BySection({ units }: { units: readonly UnitEffect[] }) {
    const m = useWords(words);
    const columns = useMemo<Column<UnitEffect>[]>(
        () => [
            { key: "name", head: m.section, width: 280, value: ({ name }) => name, cell: (row) => <Phrases>{row.name}</Phrases> },
            { key: "enters", head: m.enters, numeric: true, value: ({ enters }) => enters },
            { key: "leaves", head: m.leaves, numeric: true, value: ({ leaves }) => leaves },
            { key: "before", head: m.gap_before, numeric: true, width: 130, value: ({ gap_before }) => gap_before },
            { key: "after", head: m.gap_after, numeric: true, width: 130, value: ({ gap_after }) => gap_after },
            {
                key: "change",
                head: m.gap_difference,
                numeric: true,
                value: ({ gap_before, gap_after }) => gap_after - gap_before,
                cell: ({ gap_before, gap_after }) => signed(gap_after - gap_before),
            },
        ],
        [m],
    );
    return (
        <Section title={m.by_section}>
            <DataTable
                name="dry-run-units"
                sortParam="sort_units"
                caption={`${m.by_section}: ${m.gap_change}`}
                rows={units}
                columns={columns}
                rowKey={({ unit }) => unit}
            />
        </Section>
    );
}
