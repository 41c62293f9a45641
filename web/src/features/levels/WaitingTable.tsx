import { useMemo, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { CertifyDialog } from "./CertifyDialog.tsx";
import { EvidenceCell, personColumns } from "./columns.tsx";
import { type Candidate, waiting } from "./level.ts";
import { words } from "./words.ts";

/** Those who fulfil the rule: chosen together, certified in one decision. */
export function WaitingTable({ found, level }: { found: Schema<"Candidates">; level: Schema<"LevelRule"> }) {
    const m = useWords(words);
    const pair = usePair();
    const [chosen, setChosen] = useState<{ staff: number[]; done: () => void } | null>(null);
    const columns = useMemo<Column<Candidate>[]>(
        () => [
            ...personColumns(m),
            {
                key: "fulfilled",
                head: m.fulfilled,
                width: 160,
                value: ({ fulfilled_on }) => fulfilled_on,
                cell: ({ fulfilled_on }) => fulfilled_on && <Day iso={fulfilled_on} />,
            },
            {
                key: "evidence",
                head: m.evidence,
                width: 300,
                sortable: false,
                value: ({ evidence }) => evidence.length,
                cell: ({ evidence }) => <EvidenceCell evidence={evidence} m={m} pair={pair} />,
            },
        ],
        [m, pair],
    );
    const name = pair(level.name, level.name_en);
    return (
        <>
            <DataTable
                name="level-waiting"
                caption={m.ready_caption(name)}
                rows={waiting(found.rows)}
                columns={columns}
                rowKey={({ staff }) => staff}
                rowName={(row) => row.name}
                bulk={(keys, done) => (
                    <Button look="primary" size="small" onPress={() => setChosen({ staff: keys.map(Number), done })}>
                        {m.certify(keys.length)}
                    </Button>
                )}
                empty={
                    <EmptyState title={m.none_ready} icon="check">
                        {m.none_ready_hint}
                    </EmptyState>
                }
            />
            {chosen && (
                <CertifyDialog
                    level={level.level}
                    name={name}
                    staff={chosen.staff}
                    ground="rule"
                    day={found.on}
                    onClose={() => setChosen(null)}
                    onDone={chosen.done}
                />
            )}
        </>
    );
}
