import { useMemo, useState } from "react";
import { api, downloadUrl, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { detailText } from "./detail.ts";
import { words } from "./words.ts";

type Entry = Schema<"AuditEntry">;
const page_size = 200;

export function AuditPage() {
    const m = useWords(words);
    const [filters, setFilters] = useFilters(["actor", "action", "from", "until"]);
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
    const query = api.useInfiniteQuery(
        "get",
        "/audit",
        { params: { query: { ...given, limit: page_size } } },
        {
            pageParamName: "before",
            initialPageParam: Number.MAX_SAFE_INTEGER,
            getNextPageParam: (last: Schema<"AuditEntries">) => (last.more ? last.entries.at(-1)?.seq : undefined),
        },
    );
    const groups = Object.entries(m.groups).map(([value, label]) => ({ value, label }));
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    <a href={downloadUrl("/audit/export", given)} download className={buttonLook()}>
                        {m.export}
                    </a>
                }
            >
                {m.lead}
            </PageHead>
            <Verify />
            <FilterBar
                filters={[
                    { name: "actor", label: m.actor },
                    { name: "action", label: m.action, options: groups },
                ]}
            >
                <DateField
                    plain
                    small
                    hint=""
                    label={m.from}
                    value={filters.from}
                    onChange={(from) => setFilters({ from })}
                    className="w-64 text-table"
                />
                <DateField
                    plain
                    small
                    hint=""
                    label={m.until}
                    value={filters.until}
                    onChange={(until) => setFilters({ until })}
                    className="w-64 text-table"
                />
            </FilterBar>
            <Ask query={query}>
                {({ pages }) => (
                    <>
                        <Entries entries={pages.flatMap(({ entries }) => entries)} />
                        {query.hasNextPage && (
                            <Button
                                className="mt-4"
                                pending={query.isFetchingNextPage}
                                onPress={() => void query.fetchNextPage()}
                            >
                                {m.more}
                            </Button>
                        )}
                    </>
                )}
            </Ask>
        </>
    );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
    const m = useWords(words);
    const columns = useMemo<Column<Entry>[]>(
        () => [
            { key: "at", head: m.at, width: 190, value: (row) => row.at, cell: (row) => <Moment at={row.at} /> },
            { key: "actor", head: m.actor, width: 150, value: (row) => row.actor },
            { key: "action", head: m.action, width: 220, value: (row) => m.actions[row.action] ?? row.action },
            { key: "subject", head: m.subject, width: 200, value: (row) => row.subject_name ?? "" },
            {
                key: "detail",
                head: m.detail,
                width: 240,
                sortable: false,
                value: (row) => detailText(row.detail, m.fields, m.list),
            },
        ],
        [m],
    );
    return (
        <DataTable
            name="audit"
            caption={m.caption}
            rows={entries}
            columns={columns}
            rowKey={({ seq }) => seq}
            empty={<EmptyState title={m.none}>{m.none_hint}</EmptyState>}
        />
    );
}

/** Walks the whole chain on the server and says whether every entry still follows from the one before. */
function Verify() {
    const m = useWords(words);
    const [verdict, setVerdict] = useState<Schema<"Verdict">>();
    const [failure, setFailure] = useState<unknown>();
    const [pending, setPending] = useState(false);
    const verify = async () => {
        setPending(true);
        setFailure(undefined);
        try {
            setVerdict((await server.GET("/audit/verify")).data);
        } catch (error) {
            setFailure(error);
        } finally {
            setPending(false);
        }
    };
    return (
        <div className="mb-6 grid max-w-3xl justify-items-start gap-3">
            <Button size="small" pending={pending} onPress={() => void verify()}>
                {m.verify}
            </Button>
            {verdict && (
                <Notice tone={verdict.ok ? "good" : "bad"} live>
                    {verdict.ok ? m.intact(verdict.entries) : m.broken(verdict.first_broken ?? 0)}
                </Notice>
            )}
            {failure !== undefined && <Failure error={failure} small />}
        </div>
    );
}
