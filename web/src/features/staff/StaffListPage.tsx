import { useMemo, useRef, useState } from "react";
import { api, downloadUrl } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFirstPageAfterNarrowing } from "../../ui/useFirstPageAfterNarrowing.ts";
import { staffColumns } from "./columns.tsx";
import { employmentKinds, filter_names, isNarrowed, narrowingFrom, page_size, questionFrom, serverOrder } from "./filters.ts";
import { PickedExport } from "./PickedExport.tsx";
import { StaffExports } from "./StaffExports.tsx";
import { UnitPicker } from "./UnitPicker.tsx";
import { words } from "./words.ts";

/** Everybody the reader may see on the day; what the list is narrowed by stands in the address. */
export function StaffListPage() {
    const m = useWords(words);
    const { on, date } = useAsOf();
    const [filters, setFilters] = useFilters(filter_names);
    const may_export = useMay("export_data");
    const question = questionFrom(filters, on);
    const narrowing = narrowingFrom(filters, on);
    const { query, paged } = useStaffPage(question);
    const seniority = useSeniority();
    useFirstPageAfterNarrowing([...filter_names, "sort"]);
    const columns = useMemo(() => {
        const all = staffColumns(m, seniority);
        return paged ? all.map((column) => ({ ...column, sortable: serverOrder(column.key) !== undefined })) : all;
    }, [m, seniority, paged]);
    const total = query.data?.total;
    return (
        <>
            <PageHead title={m.title}>{total === undefined ? m.waiting : m.lead(total)}</PageHead>
            <Filters seen={query.data?.rows ?? []} />
            <Ask query={query} lines={12}>
                {({ rows, total }) => (
                    <DataTable
                        name="staff"
                        caption={m.caption(date)}
                        rows={rows}
                        columns={columns}
                        rowKey={({ id }) => id}
                        rowName={({ name }) => name}
                        total={total}
                        sortedByServer={paged}
                        bulk={
                            may_export
                                ? (keys) => (
                                      <PickedExport keys={keys} on={on} everybody={keys.length === total ? narrowing : null} />
                                  )
                                : undefined
                        }
                        excel={may_export ? downloadUrl("/exports/staff", { ...narrowing, format: "xlsx" }) : undefined}
                        tools={may_export && <StaffExports narrowing={narrowing} />}
                        empty={<Nobody narrowed={isNarrowed(filters)} />}
                    />
                )}
            </Ask>
            {query.data && (
                <Pages
                    label={m.title}
                    page={question.page}
                    size={page_size}
                    total={query.data.total}
                    said={m.part}
                    onPage={(page) => setFilters({ page: page === 1 ? "" : String(page) })}
                />
            )}
        </>
    );
}

/** A list on one page is put in order by the table; one of several pages by the server, which knows them all. */
function useStaffPage(question: ReturnType<typeof questionFrom>) {
    const [{ sort }] = useFilters(["sort"]);
    const keep = { placeholderData: <T,>(before: T) => before };
    const plain = api.useQuery("get", "/staff", { params: { query: question } }, keep);
    const paged = (plain.data?.total ?? 0) > page_size;
    const order = paged ? serverOrder(sort) : undefined;
    const sorted = api.useQuery(
        "get",
        "/staff",
        { params: { query: { ...question, sort: order } } },
        { ...keep, enabled: order !== undefined },
    );
    return { query: order === undefined ? plain : sorted, paged };
}

function Nobody({ narrowed }: { narrowed: boolean }) {
    const m = useWords(words);
    const may_import = useMay("import_people");
    if (narrowed)
        return (
            <EmptyState title={m.nobody} icon="search">
                {m.nobody_hint}
            </EmptyState>
        );
    return (
        <EmptyState
            title={m.empty}
            icon="people"
            action={may_import && <LinkButton to={"/imports" as "."}>{m.to_import}</LinkButton>}
        >
            {m.empty_hint}
        </EmptyState>
    );
}

/** A rank's place in the plan's order; the same function as long as the plan is. */
function useSeniority() {
    const { on } = useAsOf();
    const plan = api.useQuery("get", "/plan", { params: { query: { on } } });
    const ranks = plan.data?.plan.ranks;
    return useMemo(() => {
        const orders = new Map((ranks ?? []).map(({ name, order }) => [name, -order]));
        return (rank: string) => orders.get(rank) ?? 0;
    }, [ranks]);
}

function Filters({ seen }: { seen: readonly { employment: string }[] }) {
    const m = useWords(words);
    const pair = usePair();
    const { on } = useAsOf();
    const [filters, setFilters] = useFilters(filter_names);
    const plan = api.useQuery("get", "/plan", { params: { query: { on } } }).data?.plan;
    const kinds = useRef(new Set<string>());
    const [open, setOpen] = useState(false);
    const set = filter_names.filter((name) => !["q", "page"].includes(name) && filters[name] !== "").length;
    for (const { employment } of seen) kinds.current.add(employment);
    const named = (items: readonly { code: string; name: string; name_en: string }[] = []) =>
        items.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) }));
    return (
        <div className={classes("max-desk:[&>search>*]:w-full", !open && "max-desk:[&>search>*:nth-child(n+2)]:hidden")}>
            <Button
                look="quiet"
                size="small"
                icon={open ? "up" : "down"}
                className="no-print mb-2 desk:hidden"
                aria-expanded={open}
                onPress={() => setOpen(!open)}
            >
                {m.narrow(set)}
            </Button>
            <FilterBar
                filters={[
                    { name: "q", label: m.q },
                    { name: "category", label: m.category, options: named(plan?.categories) },
                    {
                        name: "rank",
                        label: m.rank,
                        options: (plan?.ranks ?? [])
                            .toSorted((a, b) => b.order - a.order)
                            .map(({ name }) => ({ value: name, label: name })),
                    },
                    {
                        name: "employment",
                        label: m.employment,
                        options: employmentKinds(kinds.current, filters.employment).map((kind) => ({ value: kind, label: kind })),
                    },
                    {
                        name: "leave",
                        label: m.leave,
                        options: [
                            { value: "true", label: m.leave_only },
                            { value: "false", label: m.leave_not },
                        ],
                    },
                    { name: "missing", label: m.missing, options: named(plan?.skills) },
                ]}
                also={["unit", "page"]}
            >
                <UnitPicker
                    plain
                    small
                    label={m.unit}
                    className="w-60 text-table"
                    value={filters.unit ? Number(filters.unit) : null}
                    onChange={(unit) => setFilters({ unit: unit === null ? "" : String(unit), page: "" })}
                />
            </FilterBar>
        </div>
    );
}
