import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { member_words } from "./member_words.ts";
import { words } from "./words.ts";

type Doubt = Schema<"Doubt">;

/** What was read with doubt, with the reason and the other reading; of the plan in force, or of the version in the address. */
export function ConfirmPage() {
    const [{ version }] = useFilters(["version"]);
    return version ? <OfVersion version={Number(version)} /> : <InForce />;
}

function InForce() {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/plan", { params: { query: { on } } });
    return <Ask query={query}>{({ to_confirm }) => <Doubts doubts={to_confirm} back="/plan" />}</Ask>;
}

function OfVersion({ version }: { version: number }) {
    const query = api.useQuery("get", "/plan/versions/{version}", { params: { path: { version } } });
    return <Ask query={query}>{({ to_confirm }) => <Doubts doubts={to_confirm} back={`/plan/versions/${version}`} />}</Ask>;
}

function Doubts({ doubts, back }: { doubts: readonly Doubt[]; back: string }) {
    const m = useWords(words);
    const n = useWords(member_words);
    const columns = useMemo<Column<Doubt>[]>(
        () => [
            {
                key: "label",
                head: m.item,
                width: 230,
                value: ({ label }) => label,
                cell: (row) =>
                    row.table === "requirements" ? (
                        <Link to="/skills" className="link">
                            {row.label}
                        </Link>
                    ) : (
                        row.label
                    ),
            },
            { key: "table", head: m.table, width: 130, value: ({ table }) => n.tables[table] ?? table },
            {
                key: "confidence",
                head: n.members.confidence ?? "",
                width: 130,
                value: ({ confidence }) => ["low", "medium", "high", "near_certain", "certain"].indexOf(confidence),
                cell: ({ confidence }) => <Badge tone={confidence === "low" ? "bad" : "warn"}>{n.values[confidence]}</Badge>,
            },
            { key: "note", head: m.note, width: 300, value: ({ note }) => note },
            { key: "alternative", head: m.alternative, width: 200, value: ({ alternative }) => alternative },
            { key: "clause", head: m.clause, width: 150, value: ({ clause }) => clause },
        ],
        [m, n],
    );
    return (
        <>
            <PageHead title={m.confirm_title} path={[{ label: n.tables.document ?? "", to: back }]}>
                {doubts.length > 0 && m.confirm_lead(doubts.length)}
            </PageHead>
            <DataTable
                name="plan-doubts"
                caption={m.confirm_caption}
                rows={doubts}
                columns={columns}
                rowKey={({ table, code }) => `${table} ${code}`}
                empty={
                    <EmptyState title={m.confirm_none} icon="check">
                        {m.confirm_none_hint}
                    </EmptyState>
                }
            />
        </>
    );
}
