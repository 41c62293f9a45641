import { useEffect, useMemo, useRef, useState } from "react";
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
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { staffColumns } from "./columns.tsx";
import { employmentKinds, filter_names, isNarrowed, page_size, questionFrom } from "./filters.ts";
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
    const query = api.useQuery("get", "/staff", { params: { query: question } }, { placeholderData: (before) => before });
    const seniority = useSeniority();
    useFirstPageAfterNarrowing();
    const columns = useMemo(() => staffColumns(m, seniority), [m, seniority]);
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
                        excel={may_export ? downloadUrl("/exports/staff", { format: "xlsx", on, unit: filters.unit }) : undefined}
                        tools={may_export && <StaffExports unit={filters.unit} />}
                        empty={<Nobody narrowed={isNarrowed(filters)} />}
                    />
                )}
            </Ask>
            {may_export && query.data && <p className="no-print mt-2 text-quiet text-sm">{m.export_note}</p>}
            {query.data && query.data.total > page_size && (
                <Pages
                    page={question.page}
                    shown={query.data.rows.length}
                    total={query.data.total}
                    onPage={(page) => setFilters({ page: page === 1 ? "" : String(page) })}
                />
            )}
        </>
    );
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

/** Another question begins at its first page. */
function useFirstPageAfterNarrowing() {
    const [filters, setFilters] = useFilters(filter_names);
    const asked = filter_names.map((name) => (name === "page" ? "" : filters[name])).join("\n");
    const before = useRef(asked);
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another question turns back
    useEffect(() => {
        if (before.current === asked) return;
        before.current = asked;
        if (filters.page) setFilters({ page: "" });
    }, [asked]);
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

interface PagesProps {
    page: number;
    shown: number;
    total: number;
    onPage: (page: number) => void;
}

function Pages({ page, shown, total, onPage }: PagesProps) {
    const m = useWords(words);
    const before = (page - 1) * page_size;
    return (
        <nav aria-label={m.title} className="mt-4 flex flex-wrap items-center gap-3">
            <p role="status">{m.part(before + 1, before + shown, total)}</p>
            {page > 1 && (
                <Button size="small" icon="left" onPress={() => onPage(page - 1)}>
                    {m.previous}
                </Button>
            )}
            {before + shown < total && (
                <Button size="small" icon="right" onPress={() => onPage(page + 1)}>
                    {m.next}
                </Button>
            )}
        </nav>
    );
}
