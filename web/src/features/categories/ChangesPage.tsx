import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { ExportMenu } from "../skills/ExportMenu.tsx";
import { ChangeCounts } from "./ChangeCounts.tsx";
import { ChangedPeople } from "./ChangedPeople.tsx";
import { words } from "./words.ts";

type Changes = Schema<"CategoryChanges">;

/** Who entered or left which category between two days. */
export function ChangesPage() {
    const { on } = useAsOf();
    const [{ from, category }] = useFilters(["from", "category"]);
    const query = api.useQuery("get", "/categories/changes", {
        params: { query: { on, from: from || undefined, category: category || undefined } },
    });
    return <Ask query={query}>{(changes) => <Found changes={changes} />}</Ask>;
}

function Found({ changes }: { changes: Changes }) {
    const m = useWords(words);
    const pair = usePair();
    const { on } = useAsOf();
    const may_export = useMay("export_data");
    const [filters, setFilters] = useFilters(["from", "category"]);
    const { categories, rows, total } = changes;
    const sum = (of: "entered" | "left") => categories.reduce((all, one) => all + one[of], 0);
    return (
        <>
            <PageHead
                title={m.changes_title}
                path={[{ label: m.title, to: "/categories" }]}
                action={
                    may_export && (
                        <ExportMenu
                            label={m.changes_file}
                            path="/exports/category-changes"
                            query={{ on, from: changes.from, category: filters.category }}
                        />
                    )
                }
            >
                <Day iso={changes.from} long /> → <Day iso={changes.on} long />
                {m.changes_lead(sum("entered"), sum("left"))}
            </PageHead>
            <div className="no-print mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
                <DateField
                    plain
                    small
                    label={m.changes_from}
                    value={changes.from}
                    max={changes.on}
                    onChange={(from) => from && from < changes.on && setFilters({ from })}
                />
                <Select
                    plain
                    small
                    label={m.name}
                    empty={m.changes_all}
                    value={filters.category}
                    onChange={(category) => setFilters({ category })}
                    options={categories.map(({ code, name, name_en }) => ({ value: code, label: pair(name, name_en) }))}
                    className="w-72 text-table"
                />
            </div>
            {!changes.planned_before && (
                <div className="mb-6">
                    <Notice title={m.changes_no_plan}>{m.changes_no_plan_hint}</Notice>
                </div>
            )}
            <Section title={m.changes_counts} lead={m.changes_counts_lead}>
                <ChangeCounts categories={categories} />
            </Section>
            <Section title={m.changes_people} lead={m.changes_people_lead}>
                {rows.length === 0 ? (
                    <EmptyState title={m.changes_none} icon="people">
                        {m.changes_none_hint}
                    </EmptyState>
                ) : (
                    <ChangedPeople rows={rows} total={total} />
                )}
            </Section>
        </>
    );
}
