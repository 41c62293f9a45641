import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { number, percent } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { status_tones } from "./notices.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Kept = Schema<"KeptNotice">;

/** What was written, drafts first, and how far each is read. */
export function KeptNotices() {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const query = api.useQuery("get", "/notices/kept");
    const columns = useMemo<Column<Kept>[]>(
        () => [
            {
                key: "title",
                head: m.notice,
                width: 320,
                value: ({ line }) => line.title,
                cell: ({ line }) => (
                    <>
                        <Link to="/notices/$notice" params={{ notice: String(line.id) }} className="link">
                            {line.title}
                        </Link>
                        <span className="block text-quiet text-sm">
                            {t.kind[line.kind]}
                            {line.important && ` · ${m.important}`}
                        </span>
                    </>
                ),
            },
            {
                key: "status",
                head: m.status,
                width: 110,
                value: ({ line }) => t.status[line.status],
                cell: ({ line }) => <Badge tone={status_tones[line.status]}>{t.status[line.status]}</Badge>,
            },
            {
                key: "from",
                head: m.from,
                width: 136,
                value: ({ line }) => line.from,
                cell: ({ line }) => <Day iso={line.from} />,
            },
            {
                key: "audience",
                head: m.audience,
                width: 200,
                value: (row) => pair(row.audience_text, row.audience_text_en) || t.everybody,
            },
            {
                key: "read",
                head: m.read,
                numeric: true,
                width: 190,
                value: ({ people, read }) => (people > 0 ? read / people : null),
                cell: ({ line, people, read }) =>
                    people > 0 ? (
                        <Link to="/notices/$notice/readers" params={{ notice: String(line.id) }} className="link">
                            {number(read)} / {number(people)} ({percent(read, people)})
                        </Link>
                    ) : (
                        "–"
                    ),
            },
        ],
        [m, t, pair],
    );
    return (
        <Ask query={query}>
            {({ notices }) => (
                <DataTable
                    name="kept-notices"
                    sortParam="kept_sort"
                    caption={m.caption}
                    rows={notices}
                    columns={columns}
                    rowKey={({ line }) => line.id}
                    empty={
                        <EmptyState title={m.none_kept} icon="bell">
                            {m.none_kept_hint}
                        </EmptyState>
                    }
                />
            )}
        </Ask>
    );
}
