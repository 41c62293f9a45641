import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { words } from "./office_words.ts";
import { RoundState } from "./States.tsx";
import { terms } from "./terms.ts";
import { words as all_words } from "./words.ts";

type Line = Schema<"RoundLine">;

/** The office's rounds, the latest deadline first. */
export function RoundsTable({ rounds }: { rounds: readonly Line[] }) {
    const m = useWords(words);
    const w = useWords(all_words);
    const t = useWords(terms);
    const pair = usePair();
    const columns = useMemo<Column<Line>[]>(
        () => [
            {
                key: "round",
                head: m.round,
                width: 300,
                value: ({ title }) => pair(title.ja, title.en),
                cell: ({ round, title }) => (
                    <Link to={`/training/nominations/${round.id}` as "."} className="link">
                        {pair(title.ja, title.en)}
                    </Link>
                ),
            },
            {
                key: "state",
                head: m.state,
                width: 105,
                value: ({ round }) => t.round[round.status],
                cell: ({ round }) => <RoundState status={round.status} />,
            },
            {
                key: "deadline",
                head: m.deadline,
                width: 130,
                value: ({ round }) => round.closes_on,
                cell: ({ round }) => <Day iso={round.closes_on} />,
            },
            {
                key: "answered",
                head: m.answered,
                width: 130,
                numeric: true,
                value: ({ figures }) => figures?.answered ?? null,
                cell: ({ figures, round }) =>
                    figures && round.route !== "open_call" ? `${figures.answered} / ${figures.asked}` : "–",
            },
            { key: "named", head: m.named, width: 110, numeric: true, value: ({ figures }) => figures?.nominees ?? null },
            { key: "waiting", head: m.waiting, width: 110, numeric: true, value: ({ figures }) => figures?.waiting ?? null },
            {
                key: "appointed",
                head: m.appointed,
                width: 105,
                numeric: true,
                value: ({ figures }) => figures?.appointed ?? null,
            },
        ],
        [m, t, pair],
    );
    return (
        <Section title={m.rounds}>
            <DataTable
                name="nomination-rounds"
                caption={m.rounds_caption}
                rows={rounds}
                columns={columns}
                rowKey={({ round }) => round.id}
                empty={
                    <EmptyState title={w.none_office} icon="people">
                        {w.none_office_hint}
                    </EmptyState>
                }
            />
        </Section>
    );
}
