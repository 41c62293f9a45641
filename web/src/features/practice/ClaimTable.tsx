import { type ReactNode, useMemo } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { type Claim, tones } from "./claims.ts";
import { DecideClaim } from "./DecideClaim.tsx";
import { SourceLink } from "./SourceLink.tsx";
import { words } from "./words.ts";

interface Props {
    name: string;
    caption: string;
    claims: readonly Claim[];
    empty: ReactNode;
    /** They all wait: the state is not said in each row. */
    waiting?: boolean;
}

/** Claims with what each rests on, decided in the row. */
export function ClaimTable({ name, caption, claims, empty, waiting }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const columns = useMemo<Column<Claim>[]>(
        () => [
            {
                key: "name",
                head: m.person,
                width: 130,
                value: (claim) => claim.name,
                cell: (claim) => (
                    <>
                        <PersonLink id={claim.staff}>{claim.name}</PersonLink>
                        <span className="block text-quiet text-sm">{claim.unit_name}</span>
                    </>
                ),
            },
            { key: "skill", head: m.skill, width: 170, value: (claim) => pair(claim.skill_name, claim.skill_name_en) },
            {
                key: "source",
                head: m.source,
                width: 260,
                value: ({ title }) => title,
                cell: (claim) => (
                    <>
                        <SourceLink url={claim.url}>{claim.title}</SourceLink>
                        <span className="block text-quiet text-sm">{m.kind[claim.kind]}</span>
                        {claim.note && <span className="block text-sm">{claim.note}</span>}
                    </>
                ),
            },
            { key: "on", head: m.on, width: 146, value: ({ on }) => on, cell: ({ on }) => <Day iso={on} /> },
            ...(waiting
                ? []
                : [
                      {
                          key: "status",
                          head: m.state,
                          width: 130,
                          value: ({ status }: Claim) => m.status[status],
                          cell: (claim: Claim) => (
                              <>
                                  <Badge tone={tones[claim.status]}>{m.status[claim.status]}</Badge>
                                  {claim.decided_by && <span className="block text-quiet text-sm">{m.by(claim.decided_by)}</span>}
                                  {claim.word && <span className="block text-sm">{claim.word}</span>}
                              </>
                          ),
                      },
                  ]),
            {
                key: "moves",
                head: m.moves,
                width: 210,
                sortable: false,
                value: () => null,
                cell: (claim) => <DecideClaim claim={claim} />,
            },
        ],
        [m, pair, waiting],
    );
    return (
        <DataTable
            name={name}
            sortParam={`${name}_sort`}
            caption={caption}
            rows={claims}
            columns={columns}
            rowKey={({ id }) => id}
            empty={empty}
        />
    );
}
