import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NotFound } from "../../ui/NotFound.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Why } from "../../ui/Why.tsx";
import { words } from "./words.ts";

type Member = Schema<"MemberRow">;

/** One category: its rule, and everybody in it with the reason. */
export function CategoryPage() {
    const m = useWords(words);
    const pair = usePair();
    const { code = "" } = useParams({ strict: false }) as { code?: string };
    const { on, date } = useAsOf();
    const list = api.useQuery("get", "/categories", { params: { query: { on } } });
    const members = api.useQuery("get", "/categories/{code}/people", { params: { path: { code }, query: { on } } });
    return (
        <Ask query={list}>
            {({ categories }) => {
                const category = categories.find((one) => one.code === code);
                if (!category) return <NotFound />;
                const name = pair(category.name, category.name_en);
                return (
                    <>
                        <PageHead title={name} path={[{ label: m.title, to: "/categories" }]}>
                            <span className="block">{m.people_lead(category.people)}</span>
                            {m.rule}: {pair(category.sentence, category.sentence_en)}{" "}
                            <Why
                                about={name}
                                rule={pair(category.sentence, category.sentence_en)}
                                clause={category.clause}
                                on={date}
                                more={[
                                    [m.written, <code key="rule">{category.rule}</code>],
                                    [m.note, category.note],
                                ]}
                            />
                        </PageHead>
                        <Ask query={members}>{({ rows, total }) => <Members name={name} rows={rows} total={total} />}</Ask>
                    </>
                );
            }}
        </Ask>
    );
}

function Members({ name, rows, total }: { name: string; rows: readonly Member[]; total: number }) {
    const m = useWords(words);
    const columns = useMemo<Column<Member>[]>(
        () => [
            {
                key: "name",
                head: m.person,
                value: (row) => row.name,
                cell: (row) => (
                    <Link to={`/staff/${row.staff}` as "."} className="link">
                        {row.name}
                    </Link>
                ),
            },
            {
                key: "unit",
                head: m.unit,
                width: 220,
                value: (row) => row.unit_name,
                cell: (row) => <Phrases>{row.unit_name}</Phrases>,
            },
            { key: "rank", head: m.rank, value: (row) => row.rank },
            {
                key: "reason",
                head: m.reason,
                width: 360,
                value: (row) => row.reason,
                cell: (row) => (
                    <>
                        {row.reason}{" "}
                        {row.because.length > 0 && (
                            <Why about={row.name} rule={row.reason} more={[[m.because, row.because.join("、")]]} />
                        )}
                    </>
                ),
            },
        ],
        [m],
    );
    return (
        <DataTable
            name="members"
            caption={m.people_caption(name)}
            rows={rows}
            total={total}
            columns={columns}
            rowKey={({ staff }) => staff}
            empty={<EmptyState title={m.nobody}>{m.nobody_hint}</EmptyState>}
        />
    );
}
