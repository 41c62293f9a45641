import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { percent } from "../../i18n/numbers.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { words } from "./words.ts";

type Found = Schema<"NoticesReaders">;
type Row = Found["sections"][number];

const question = (id: number, unit?: number) => ({ params: { path: { id }, query: { unit } } });

/** Who has read a notice, section by section; names only where everybody has to read it. */
export function ReadersPage() {
    const m = useWords(words);
    const { notice } = useParams({ strict: false });
    const id = Number(notice);
    const query = api.useQuery("get", "/notices/{id}/readers", question(id));
    const [{ unit }, setFilters] = useFilters(["unit"]);
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={8}>
                {(found) => (
                    <div className="max-w-4xl">
                        <PageHead
                            title={m.readers_title(found.line.title)}
                            path={[
                                { label: m.all_notices, to: "/notices" },
                                { label: found.line.title, to: `/notices/${id}` },
                            ]}
                        >
                            {m.readers_lead(found.read, found.people, found.on_leave)}
                        </PageHead>
                        <div className="mb-6 max-w-xl">
                            <Progress hideLabel label={m.read} value={found.read} of={found.people} />
                        </div>
                        <Sections found={found} onWho={(row) => setFilters({ unit: String(row.unit) })} />
                        {unit && (
                            <NotRead
                                id={id}
                                unit={Number(unit)}
                                name={found.sections.find((row) => String(row.unit) === unit)?.unit_name ?? ""}
                                onClose={() => setFilters({ unit: "" })}
                            />
                        )}
                    </div>
                )}
            </Ask>
        </>
    );
}

function Sections({ found, onWho }: { found: Found; onWho: (row: Row) => void }) {
    const m = useWords(words);
    // biome-ignore lint/correctness/useExhaustiveDependencies: setting a filter only navigates
    const columns = useMemo<Column<Row>[]>(
        () => [
            {
                key: "unit",
                head: m.section,
                width: 260,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            { key: "people", head: m.people, numeric: true, width: 100, value: ({ people }) => people },
            { key: "read", head: m.read, numeric: true, width: 100, value: ({ read }) => read },
            {
                key: "share",
                head: m.share,
                numeric: true,
                width: 100,
                value: ({ people, read }) => (people > 0 ? read / people : null),
                cell: ({ people, read }) => percent(read, people),
            },
            {
                key: "who",
                head: m.show_who,
                width: 190,
                sortable: false,
                value: () => null,
                cell: (row) =>
                    found.line.important &&
                    row.read < row.people && (
                        <Button
                            size="small"
                            look="quiet"
                            aria-label={m.show_who_of(row.unit_name, row.people - row.read)}
                            onPress={() => onWho(row)}
                        >
                            {m.show_people(row.people - row.read)}
                        </Button>
                    ),
            },
        ],
        [m, found.line.important],
    );
    return <DataTable name="readers" caption={m.bars} rows={found.sections} columns={columns} rowKey={({ unit }) => unit} />;
}

function NotRead({ id, unit, name, onClose }: { id: number; unit: number; name: string; onClose: () => void }) {
    const m = useWords(words);
    const query = api.useQuery("get", "/notices/{id}/readers", question(id, unit));
    return (
        <Dialog open onClose={onClose} title={m.not_read(name)}>
            <Ask query={query} small>
                {({ not_read }) =>
                    not_read.length === 0 ? (
                        <p>{m.not_read_none}</p>
                    ) : (
                        <ul className="columns-[12rem]">
                            {not_read.map((one) => (
                                <li key={one.staff} className="break-inside-avoid py-0.5">
                                    <PersonLink id={one.staff}>{one.name}</PersonLink>
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
        </Dialog>
    );
}
