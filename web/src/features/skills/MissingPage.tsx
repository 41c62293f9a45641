import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { pathTo } from "../section/tree.ts";
import { words } from "./gap_words.ts";

type Row = Schema<"Missing">["rows"][number];

/** Who needs a skill and does not hold it, in one section or in the city. */
export function MissingPage() {
    const m = useWords(words);
    const pair = usePair();
    const { on } = useAsOf();
    const { code = "" } = useParams({ strict: false });
    const [filters] = useFilters(["unit"]);
    const unit = Number(filters.unit) || undefined;
    const missing = api.useQuery("get", "/gap/skills/{code}/people", { params: { path: { code }, query: { on, unit } } });
    const map = api.useQuery("get", "/skills/map", { params: { query: { on } } });
    const units = api.useQuery("get", "/units", { params: { query: { on } } });
    const skill = map.data?.skills.find((one) => one.code === code);
    const path = unit === undefined ? [] : pathTo(units.data?.units ?? [], unit);
    const columns: Column<Row>[] = [
        {
            key: "name",
            head: m.name,
            value: ({ name }) => name,
            cell: (row) => (
                <Link to="/staff/$staff" params={{ staff: String(row.staff) }} className="link">
                    {row.name}
                </Link>
            ),
        },
        {
            key: "unit",
            head: m.unit,
            width: 420,
            value: (row) => row.unit_name,
            cell: (row) => <Phrases>{row.unit_name}</Phrases>,
        },
    ];
    return (
        <Ask query={missing}>
            {({ rows, total }) => (
                <>
                    <PageHead
                        title={m.missing_title(skill ? pair(skill.name, skill.name_en) : code)}
                        path={[
                            { label: m.title, to: "/gap" },
                            ...path.map(({ id, name }) => ({ label: name, to: "/gap", search: { unit: String(id) } })),
                        ]}
                    >
                        {m.missing_lead(total)} {skill?.text}
                    </PageHead>
                    {rows.length < total && (
                        <div className="mb-4">
                            <Notice>{m.missing_named(rows.length)}</Notice>
                        </div>
                    )}
                    <DataTable
                        name="missing"
                        caption={m.missing_caption}
                        rows={rows}
                        columns={columns}
                        rowKey={({ staff }) => staff}
                        empty={
                            <EmptyState title={m.missing_none} icon="check">
                                {m.missing_none_hint}
                            </EmptyState>
                        }
                    />
                </>
            )}
        </Ask>
    );
}
