import { useMemo, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { tally } from "./nominations.ts";
import { words } from "./office_words.ts";
import { Term } from "./Term.tsx";
import { terms } from "./terms.ts";

type Board = Schema<"RoundBoard">;

const judged = ["selected", "appointed", "reserve", "not_selected"] as const;

/** What the decision will do, said before it is done. */
export function Decision({ board }: { board: Board }) {
    const m = useWords(words);
    const t = useWords(terms);
    const [deciding, setDeciding] = useState(false);
    const counts = tally(board.nominees);
    const waiting = counts.nominated + counts.applied;
    const open = board.round.status === "open";
    const more = board.round.status === "decided" && counts.selected > 0;
    return (
        <>
            {(open || counts.reserve > 0) && (
                <p className="mb-4 max-w-[48rem] text-quiet">{open ? m.decision_lead : m.reserve_lead}</p>
            )}
            <div className="mb-6 max-w-xl">
                <DefinitionList
                    items={[
                        [m.term, <Term key="term" round={board.round} />],
                        ...judged
                            .filter((status) => counts[status] > 0 || status !== (open ? "appointed" : "selected"))
                            .map((status) => [t.nominee[status], m.people(counts[status])] as const),
                    ]}
                />
            </div>
            {open && waiting > 0 && <StillWaiting waiting={waiting} />}
            {((open && waiting === 0) || more) && (
                <div className="mb-8">
                    <Button look="primary" onPress={() => setDeciding(true)}>
                        {counts.selected > 0 ? m.decide(counts.selected) : m.decide_none}
                    </Button>
                </div>
            )}
            {open && <Ending lines={board.ending} />}
            {deciding && <DecideDialog round={board.round} selected={counts.selected} onClose={() => setDeciding(false)} />}
        </>
    );
}

function StillWaiting({ waiting }: { waiting: number }) {
    const m = useWords(words);
    const [, setFilters] = useFilters(["tab"]);
    return (
        <div className="mb-8 max-w-3xl">
            <Notice
                tone="warn"
                title={m.still_waiting(waiting)}
                action={
                    <Button size="small" onPress={() => setFilters({ tab: "selection" })}>
                        {m.to_selection}
                    </Button>
                }
            >
                {m.still_waiting_hint}
            </Notice>
        </div>
    );
}

type Line = Schema<"EndingLine">;

function Ending({ lines }: { lines: readonly Line[] }) {
    const m = useWords(words);
    const columns = useMemo<Column<Line>[]>(
        () => [
            {
                key: "name",
                head: m.person,
                width: 180,
                value: ({ name }) => name,
                cell: ({ staff, name }) => <PersonLink id={staff}>{name}</PersonLink>,
            },
            { key: "unit", head: m.unit, width: 220, value: ({ unit_name }) => unit_name },
            {
                key: "why",
                head: m.ending_why,
                width: 230,
                value: ({ moved, renewed }) => (renewed ? m.ending_renewed : moved ? m.ending_moved : m.ending_not_named),
            },
        ],
        [m],
    );
    if (lines.length === 0) return <p className="text-quiet">{m.no_ending}</p>;
    return (
        <Section title={m.ending(lines.length)}>
            <DataTable
                name="nomination-ending"
                sortParam="ending_sort"
                caption={m.ending_caption}
                rows={lines}
                columns={columns}
                rowKey={({ staff }) => staff}
            />
        </Section>
    );
}
