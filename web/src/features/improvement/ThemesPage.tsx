import { Link } from "@tanstack/react-router";
import { use, useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { HourlyCost } from "./HourlyCost.tsx";
import { ThemeDialog } from "./ThemeDialog.tsx";
import { terms } from "./terms.ts";
import { words } from "./theme_words.ts";

type Found = Schema<"Themes">;
type Row = Found["themes"][number];

/** 年間の課題: what each section is at this year, and which has not said so yet. */
export function ThemesPage() {
    const { fiscal_year } = useAsOf();
    const query = api.useQuery("get", "/themes", { params: { query: { fiscal_year } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(found) => <Shown found={found} />}
            </Ask>
        </>
    );
}

function Shown({ found }: { found: Found }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [{ q }] = useFilters(["q"]);
    const [editing, setEditing] = useState<Row | "new" | null>(null);
    const may_add = found.may_name_any || found.may_name.length > 0;
    const rows = found.themes.filter(({ title, unit_name, issue, aim }) =>
        [title, unit_name, issue, aim].some((text) => text.includes(q.trim())),
    );
    return (
        <>
            <PageHead
                title={m.title(fiscalYear(found.fiscal_year, language))}
                path={[{ label: m.cases, to: "/improvement" }]}
                action={
                    may_add && (
                        <Button look="primary" onPress={() => setEditing("new")}>
                            {m.add}
                        </Button>
                    )
                }
            >
                {m.lead(found.themes.length, found.without.length)}
            </PageHead>
            <FilterBar filters={[{ name: "q", label: m.find }]} />
            <ThemeTable rows={rows} narrowed={q !== ""} onEdit={setEditing} />
            {found.without.length > 0 && (
                <div className="mt-8">
                    <Section title={m.without}>
                        <ul className="columns-[16rem] gap-x-8 text-table">
                            {found.without.map(({ unit, unit_name }) => (
                                <li key={unit} className="break-inside-avoid py-0.5">
                                    <Phrases>{unit_name}</Phrases>
                                </li>
                            ))}
                        </ul>
                    </Section>
                </div>
            )}
            <HourlyCost />
            {editing && <ThemeDialog theme={editing === "new" ? null : editing} found={found} onClose={() => setEditing(null)} />}
        </>
    );
}

function ThemeTable({ rows, narrowed, onEdit }: { rows: readonly Row[]; narrowed: boolean; onEdit: (row: Row) => void }) {
    const m = useWords(words);
    const t = useWords(terms);
    const columns = useMemo<Column<Row>[]>(
        () => [
            {
                key: "unit",
                head: m.section,
                width: 190,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
            },
            {
                key: "title",
                head: m.theme,
                width: 300,
                value: ({ title }) => title,
                cell: (row) => (
                    <>
                        <strong>{row.title}</strong>
                        {row.issue && <span className="block text-sm">{row.issue}</span>}
                    </>
                ),
            },
            { key: "aim", head: m.aim, width: 220, value: ({ aim }) => aim },
            {
                key: "cases",
                head: m.case_count,
                numeric: true,
                width: 84,
                value: ({ cases }) => cases,
                cell: ({ cases, unit }) =>
                    cases === 0 ? (
                        0
                    ) : (
                        <Link to="/improvement" search={{ unit: String(unit) } as never} className="link">
                            {cases}
                        </Link>
                    ),
            },
            {
                key: "furthest",
                head: m.furthest,
                width: 130,
                value: ({ furthest }) => (furthest ? t.stage[furthest] : null),
            },
            {
                key: "moves",
                head: m.change,
                width: 116,
                sortable: false,
                value: () => null,
                cell: (row) =>
                    row.may_edit && (
                        <Button size="small" look="quiet" aria-label={m.change_of(row.title)} onPress={() => onEdit(row)}>
                            {m.change}
                        </Button>
                    ),
            },
        ],
        [m, t, onEdit],
    );
    return (
        <DataTable
            name="themes"
            caption={m.caption}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
                narrowed ? undefined : (
                    <EmptyState title={m.none} icon="target">
                        {m.none_hint}
                    </EmptyState>
                )
            }
        />
    );
}
