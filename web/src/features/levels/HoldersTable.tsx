import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { PrintDialog } from "./PrintDialog.tsx";
import { words } from "./words.ts";

type Holder = Schema<"LevelHolder">;
type Words = ReturnType<typeof words.ja>;

const columns = (m: Words): Column<Holder>[] => [
    {
        key: "name",
        head: m.name,
        width: 160,
        value: ({ name }) => name,
        cell: (row) => (
            <>
                <PersonLink id={row.staff}>{row.name}</PersonLink> {row.on_leave && <Badge tone="warn">{m.on_leave}</Badge>}
            </>
        ),
    },
    { key: "no", head: m.staff_no, width: 110, value: ({ staff_no }) => staff_no },
    {
        key: "unit",
        head: m.unit,
        width: 220,
        value: ({ unit_name }) => unit_name,
        cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
    },
    {
        key: "certified",
        head: m.certified_on,
        width: 130,
        value: ({ certified_on }) => certified_on,
        cell: ({ certified_on }) => <Day iso={certified_on} />,
    },
    {
        key: "until",
        head: m.valid_until,
        width: 130,
        value: ({ valid_until }) => valid_until,
        cell: ({ valid_until }) => valid_until && <Day iso={valid_until} />,
    },
    {
        key: "number",
        head: m.certificate,
        width: 190,
        value: ({ number }) => number,
        cell: ({ certification, number }) =>
            number ? (
                <Link to={`/certifications/${certification}` as "."} className="link tabular">
                    {number}
                </Link>
            ) : (
                <span className="text-quiet">{m.no_certificate}</span>
            ),
    },
];

/** Who is certified at the level: their certificates are chosen together and made into one PDF. */
export function HoldersTable({ level, name }: { level: string; name: string }) {
    const m = useWords(words);
    const { on } = useAsOf();
    const shown = useMemo(() => columns(m), [m]);
    const [chosen, setChosen] = useState<{ rows: readonly Holder[]; done: () => void } | null>(null);
    const query = api.useQuery("get", "/levels/{code}/holders", { params: { path: { code: level }, query: { on } } });
    return (
        <Ask query={query} lines={6}>
            {({ rows }) => (
                <>
                    <DataTable
                        name="level-holders"
                        caption={m.holders_caption(name)}
                        rows={rows}
                        columns={shown}
                        rowKey={({ certification }) => certification}
                        rowName={(row) => row.name}
                        bulk={(keys, done) => (
                            <Button
                                size="small"
                                icon="print"
                                onPress={() =>
                                    setChosen({
                                        rows: rows.filter(({ certification }) => keys.map(Number).includes(certification)),
                                        done,
                                    })
                                }
                            >
                                {m.to_pdf(keys.length)}
                            </Button>
                        )}
                        empty={
                            <EmptyState title={m.none_certified} icon="check">
                                {m.none_certified_hint}
                            </EmptyState>
                        }
                    />
                    {chosen && <PrintDialog holders={chosen.rows} onClose={() => setChosen(null)} onDone={chosen.done} />}
                </>
            )}
        </Ask>
    );
}
