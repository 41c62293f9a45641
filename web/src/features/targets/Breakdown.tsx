import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { shownSections } from "./sections.ts";
import { words } from "./words.ts";

type Place = Schema<"TargetSection">;
type Person = Schema<"TargetPerson">;

/** Where a target's people stand and, as far as one may see them, who they are. */
export function Breakdown({ level, fiscal_year, name }: { level: string; fiscal_year: number; name: string }) {
    const m = useWords(words);
    const { on } = useAsOf();
    const query = api.useQuery("get", "/targets/breakdown", { params: { query: { on, level, fiscal_year } } });
    const sections = useMemo<Column<Place>[]>(
        () => [
            {
                key: "section",
                head: m.section,
                width: 260,
                sortable: false,
                value: (row) => row.name,
                cell: (row) => (
                    <span className={row.depth > 1 ? "block pl-5" : row.depth === 1 ? "block pl-2.5" : "font-bold"}>
                        <Phrases>{row.unit === null ? m.nowhere : row.name}</Phrases>
                    </span>
                ),
            },
            ...(["reached", "ready", "near"] as const).map((stage) => ({
                key: stage,
                head: m.stages[stage],
                numeric: true,
                width: 100,
                value: (row: Place) => row[stage],
            })),
        ],
        [m],
    );
    const people = useMemo<Column<Person>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 150,
                value: (row) => row.name,
                cell: (row) => <PersonLink id={row.staff}>{row.name}</PersonLink>,
            },
            { key: "no", head: m.staff_no, width: 100, value: (row) => row.staff_no },
            {
                key: "unit",
                head: m.section,
                width: 240,
                value: (row) => row.unit_name,
                cell: (row) => <Phrases>{row.unit_name}</Phrases>,
            },
            {
                key: "stage",
                head: m.stage,
                width: 110,
                value: (row) => ["reached", "ready", "near"].indexOf(row.stage),
                cell: (row) => m.stages[row.stage],
            },
            {
                key: "progress",
                head: m.progress,
                numeric: true,
                width: 90,
                value: (row) => (row.needed === 0 ? null : row.done / row.needed),
                cell: (row) => (row.needed === 0 ? "" : `${row.done} / ${row.needed}`),
            },
        ],
        [m],
    );
    return (
        <div className="mt-2 mb-6 border-line border-l-4 pl-4">
            <Ask query={query} lines={4} small>
                {(found) => (
                    <>
                        <Section level={3} title={m.by_section}>
                            <DataTable
                                name={`target-sections-${level}`}
                                sortParam="sections_sort"
                                caption={m.sections_caption(name)}
                                rows={shownSections(found.sections)}
                                columns={sections}
                                rowKey={(row) => row.unit ?? "nowhere"}
                                empty={<EmptyState title={m.none_counted} icon="unit" />}
                            />
                        </Section>
                        {found.people.length > 0 && (
                            <Section level={3} title={m.people_title} lead={m.people_hidden}>
                                <DataTable
                                    name={`target-people-${level}`}
                                    sortParam="people_sort"
                                    caption={m.people_caption(name)}
                                    rows={found.people}
                                    columns={people}
                                    rowKey={(row) => row.staff}
                                />
                            </Section>
                        )}
                    </>
                )}
            </Ask>
        </div>
    );
}
