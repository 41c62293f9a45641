import type { Schema } from "../../api/types.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import type { Candidate } from "./level.ts";
import type { words } from "./words.ts";

type Words = ReturnType<typeof words.ja>;
type Pair = (ja: string, en: string) => string;

/** Who somebody is, for the first columns of every table here. */
export const personColumns = (m: Words): Column<Candidate>[] => [
    {
        key: "name",
        head: m.name,
        width: 170,
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
        width: 240,
        value: ({ unit_name }) => unit_name,
        cell: ({ unit_name }) => <Phrases>{unit_name}</Phrases>,
    },
];

interface EvidenceProps {
    evidence: readonly Schema<"LevelEvidence">[];
    m: Words;
    pair: Pair;
}

/** The pieces somebody shows, each with its day. */
export function EvidenceList({ evidence, m, pair }: EvidenceProps) {
    return (
        <ul>
            {evidence.map((piece) => (
                <li key={`${piece.kind} ${piece.code}`}>
                    <Phrases>{pair(piece.name, piece.name_en)}</Phrases>{" "}
                    <span className="whitespace-nowrap text-quiet text-sm">
                        <Day iso={piece.on} /> {m.pieces[piece.kind]}
                    </span>
                </li>
            ))}
        </ul>
    );
}

/** In a row of a table: how many pieces, opened to all of them; on paper all of them. */
export function EvidenceCell(props: EvidenceProps) {
    const { evidence, m, pair } = props;
    const courses = evidence.filter(({ kind }) => kind === "completion").length;
    const below = evidence.find(({ kind }) => kind === "certification");
    return (
        <>
            <details className="no-print">
                <summary className="cursor-pointer">
                    {m.evidence_counts(courses, below ? pair(below.name, below.name_en) : "")}
                </summary>
                <EvidenceList {...props} />
            </details>
            <div className="print-only">
                <EvidenceList {...props} />
            </div>
        </>
    );
}
