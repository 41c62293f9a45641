import { useMemo, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { Against, Marks } from "./Marks.tsx";
import type { Nominee, Outcome } from "./nominations.ts";
import { OutcomeDialog } from "./OutcomeDialog.tsx";
import { words } from "./office_words.ts";
import { NomineeState } from "./States.tsx";
import { terms } from "./terms.ts";

const outcomes = ["selected", "reserve", "not_selected"] as const satisfies readonly Outcome[];

/** Everybody who was named or applied; judged one by one or many at once. */
export function NomineesTable({ board }: { board: Schema<"RoundBoard"> }) {
    const m = useWords(words);
    const [judging, setJudging] = useState<{ outcome: Outcome; nominees: number[]; done: () => void } | null>(null);
    const columns = useColumns();
    const rows = board.nominees.filter(({ status }) => status !== "withdrawn");
    const judgeable = board.round.status === "open" || board.round.status === "decided";
    return (
        <>
            <DataTable
                name="nominees"
                caption={m.nominees_caption}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                bulk={
                    judgeable
                        ? (keys, done) =>
                              outcomes.map((outcome) => (
                                  <Button
                                      key={outcome}
                                      size="small"
                                      look={outcome === "selected" ? "primary" : "secondary"}
                                      onPress={() => setJudging({ outcome, nominees: keys.map(Number), done })}
                                  >
                                      {m.select[outcome]}
                                  </Button>
                              ))
                        : undefined
                }
                empty={
                    <EmptyState title={m.no_nominees} icon="people">
                        {m.no_nominees_hint}
                    </EmptyState>
                }
            />
            {judging && <OutcomeDialog round={board.round.id} {...judging} onClose={() => setJudging(null)} />}
        </>
    );
}

function useColumns(): Column<Nominee>[] {
    const m = useWords(words);
    const t = useWords(terms);
    return useMemo(
        () => [
            {
                key: "name",
                head: m.person,
                width: 145,
                value: ({ name }) => name,
                cell: ({ staff, name }) => <PersonLink id={staff}>{name}</PersonLink>,
            },
            {
                key: "status",
                head: m.state,
                width: 150,
                value: ({ status }) => t.nominee[status],
                cell: ({ status }) => <NomineeState status={status} />,
            },
            {
                key: "unit",
                head: m.unit,
                width: 155,
                value: ({ unit_name }) => unit_name,
                cell: ({ unit_name, now_in }) => (
                    <>
                        <Phrases>{unit_name}</Phrases>
                        {now_in && <span className="block text-sm text-warn">{m.now_in(now_in)}</span>}
                    </>
                ),
            },
            { key: "rank", head: m.rank, width: 95, value: ({ rank }) => rank },
            {
                key: "origin",
                head: m.origin,
                width: 150,
                hidden: true,
                value: ({ applied }) => (applied ? m.by_self : m.by_head),
            },
            {
                key: "marks",
                head: m.marks,
                width: 180,
                sortable: false,
                value: ({ against }) => against.length,
                cell: (row) => (
                    <>
                        <Marks {...row} />
                        {row.against.length > 0 && (
                            <div className="text-bad text-sm">
                                <Against reasons={row.against} />
                            </div>
                        )}
                    </>
                ),
            },
            {
                key: "reason",
                head: m.their_reason,
                width: 225,
                sortable: false,
                value: ({ reason }) => reason,
                cell: ({ reason, head_reason, decision_reason }) => (
                    <>
                        {reason}
                        {head_reason && <span className="block text-quiet text-sm">{head_reason}</span>}
                        {decision_reason && <span className="block text-quiet text-sm">{decision_reason}</span>}
                    </>
                ),
            },
            { key: "no", head: m.staff_no, width: 110, hidden: true, value: ({ staff_no }) => staff_no },
        ],
        [m, t],
    );
}
