import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

type Summary = Schema<"SurveySummary">;

/** The city's questionnaires: drafts first, then the newest version first. */
export function SurveysTable({ surveys }: { surveys: readonly Summary[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const columns = useMemo<Column<Summary>[]>(
        () => [
            {
                key: "survey",
                head: m.survey,
                width: 340,
                value: ({ title, title_en }) => pair(title, title_en),
                cell: ({ id, title, title_en, version }) => (
                    <>
                        <Link to={`/surveys/${id}` as "."} className="link">
                            {pair(title, title_en)}
                        </Link>
                        <span className="block text-quiet text-sm">{m.version(version)}</span>
                    </>
                ),
            },
            {
                key: "status",
                head: m.status,
                width: 110,
                value: ({ status }) => t.survey[status],
                cell: ({ status }) => <Badge tone={status === "draft" ? "warn" : "good"}>{t.survey[status]}</Badge>,
            },
            { key: "purpose", head: m.purpose, width: 140, value: ({ purpose }) => t.purpose[purpose] },
            { key: "questions", head: m.questions, width: 80, numeric: true, value: ({ questions }) => questions },
            { key: "used", head: m.used, width: 80, numeric: true, value: ({ waves }) => waves },
            {
                key: "published",
                head: m.published,
                width: 190,
                value: ({ published_at }) => published_at,
                cell: ({ published_at }) => (published_at ? <Moment at={published_at} /> : "–"),
            },
        ],
        [m, t, pair],
    );
    return (
        <DataTable
            name="surveys"
            caption={m.surveys_caption}
            rows={surveys}
            columns={columns}
            rowKey={({ id }) => id}
            sortParam="survey-sort"
            empty={
                <EmptyState title={m.no_surveys} icon="log">
                    {m.no_surveys_hint}
                </EmptyState>
            }
        />
    );
}
