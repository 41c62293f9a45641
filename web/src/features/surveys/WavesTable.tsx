import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useWords } from "../../i18n/words.ts";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { AnsweredBar } from "./AnsweredBar.tsx";
import { WaveState } from "./States.tsx";
import { terms } from "./terms.ts";
import { nextPage, type Wave } from "./waves.ts";
import { words } from "./words.ts";

/** The rounds of all surveys: open ones first, then the newest. */
export function WavesTable({ waves }: { waves: readonly Wave[] }) {
    const m = useWords(words);
    const t = useWords(terms);
    const columns = useMemo<Column<Wave>[]>(
        () => [
            {
                key: "name",
                head: m.name,
                width: 300,
                value: ({ name }) => name,
                cell: (wave) => (
                    <>
                        <Link to={`/surveys/waves/${wave.id}` as "."} className="link">
                            {wave.name}
                        </Link>
                        {wave.run_name && <span className="block text-quiet text-sm">{m.of_run(wave.run_name)}</span>}
                    </>
                ),
            },
            { key: "kind", head: m.kind, width: 100, value: ({ kind }) => t.kind[kind] },
            {
                key: "status",
                head: m.status,
                width: 125,
                value: ({ status }) => t.wave[status],
                cell: (wave) => <WaveState wave={wave} />,
            },
            {
                key: "answered",
                head: m.answered,
                width: 190,
                value: ({ answered, invited }) => (invited > 0 ? answered / invited : null),
                cell: ({ answered, invited, status }) =>
                    status === "draft" || status === "cancelled" ? "–" : <AnsweredBar answered={answered} invited={invited} />,
            },
            {
                key: "last_day",
                head: m.last_day,
                width: 145,
                value: ({ closes_on }) => closes_on,
                cell: ({ closes_on }) => <Day iso={closes_on} />,
            },
            {
                key: "next",
                head: m.next,
                width: 175,
                sortable: false,
                value: ({ status }) => m.next_step[status],
                cell: (wave) => (
                    <LinkButton
                        to={nextPage(wave) as "."}
                        size="small"
                        look="quiet"
                        aria-label={`${wave.name}: ${m.next_step[wave.status]}`}
                    >
                        {m.next_step[wave.status]}
                    </LinkButton>
                ),
            },
        ],
        [m, t],
    );
    return (
        <DataTable
            name="survey-waves"
            caption={m.waves_caption}
            rows={waves}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
                <EmptyState title={m.no_waves} icon="log">
                    {m.no_waves_hint}
                </EmptyState>
            }
        />
    );
}
