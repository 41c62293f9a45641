import { use } from "react";
import { api, downloadUrl } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFirstPageAfterNarrowing } from "../../ui/useFirstPageAfterNarrowing.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { CaseTable } from "./CaseTable.tsx";
import { axes, stages, statuses } from "./cases.ts";
import { filter_names, isNarrowed, questionOf } from "./filter.ts";
import { ImprovementPlaces } from "./ImprovementPlaces.tsx";
import { MyTheme } from "./MyTheme.tsx";
import { ToConfirm } from "./ToConfirm.tsx";
import { Totals } from "./Totals.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

const page_size = 50;

/** 改善: what the year has brought, the own section's theme, and every case. */
export function CasesPage() {
    const m = useWords(words);
    const writes = useMay("take_part");
    return (
        <>
            <HirobaTabs />
            <PageHead
                title={m.title}
                action={
                    writes && (
                        <LinkButton to="/improvement/new" look="primary">
                            {m.add}
                        </LinkButton>
                    )
                }
            >
                {m.lead}
            </PageHead>
            <ImprovementPlaces />
            <ToConfirm />
            <MyTheme />
            <Totals />
            <List />
        </>
    );
}

function List() {
    const m = useWords(words);
    const { fiscal_year } = useAsOf();
    const [filters, setFilters] = useFilters(filter_names);
    useFirstPageAfterNarrowing(filter_names);
    const page = Number(filters.page) || 1;
    const question = questionOf(filters, fiscal_year);
    const query = api.useQuery(
        "get",
        "/cases",
        { params: { query: { ...question, page } } },
        { placeholderData: (before: unknown) => before as never },
    );
    return (
        <Section title={m.list_title}>
            <Filters years={query.data?.years ?? []} tools={query.data?.tools ?? []} />
            <Ask query={query} lines={8}>
                {({ cases, total }) => (
                    <>
                        <CaseTable
                            cases={cases}
                            total={total}
                            excel={downloadUrl("/exports/cases", { ...question, format: "xlsx" })}
                            empty={
                                isNarrowed(filters) ? undefined : (
                                    <EmptyState title={m.none} icon="book">
                                        {m.none_hint}
                                    </EmptyState>
                                )
                            }
                        />
                        <Pages
                            label={m.pages}
                            page={page}
                            size={page_size}
                            total={total}
                            said={m.pages_said}
                            onPage={(next) => setFilters({ page: String(next) })}
                        />
                    </>
                )}
            </Ask>
        </Section>
    );
}

function Filters({ years, tools }: { years: readonly number[]; tools: readonly string[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const { fiscal_year } = useAsOf();
    const confirms = useMay("confirm_cases");
    const [{ unit }, setFilters] = useFilters(["unit"]);
    const which = confirms ? (["to_confirm", "mine", "adopted"] as const) : (["mine", "adopted"] as const);
    return (
        <FilterBar
            also={["unit"]}
            filters={[
                { name: "q", label: m.q },
                {
                    name: "year",
                    label: m.fiscal_year,
                    options: [
                        { value: "all", label: m.all_years },
                        ...years
                            .filter((year) => year !== fiscal_year)
                            .map((year) => ({ value: String(year), label: fiscalYear(year, language) })),
                    ],
                    everything: fiscalYear(fiscal_year, language),
                },
                { name: "stage", label: m.stage, options: stages.map((value) => ({ value, label: t.stage[value] })) },
                { name: "status", label: m.status, options: statuses.map((value) => ({ value, label: t.status[value] })) },
                { name: "axis", label: m.axis, options: axes.map((value) => ({ value, label: t.axis[value] })) },
                { name: "tool", label: m.tool, options: tools.map((value) => ({ value, label: value })) },
                { name: "which", label: m.which, options: which.map((value) => ({ value, label: m.which_of[value] })) },
            ]}
        >
            <UnitPicker
                plain
                small
                label={m.pick_unit}
                value={unit ? Number(unit) : null}
                onChange={(next) => setFilters({ unit: next === null ? "" : String(next) })}
                className="w-60 text-table max-sm:w-full"
            />
        </FilterBar>
    );
}
