import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Day } from "../../ui/Day.tsx";
import { ClaimButton } from "../practice/ClaimButton.tsx";
import { tones } from "../practice/claims.ts";
import { DecideClaim } from "../practice/DecideClaim.tsx";
import { words as practice_words } from "../practice/words.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import type { Case } from "./cases.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** Who did it, what each of them has shown by it, and the days it moved on. */
export function CaseTeam({ shown }: { shown: Case }) {
    const m = useWords(words);
    return (
        <div className="mt-8 grid grid-cols-1 gap-x-10 gap-y-6 border-line border-t pt-4 desk:grid-cols-[3fr_2fr] print:mt-1.5 print:grid-cols-[3fr_2fr] print:gap-x-6 print:pt-1">
            <section>
                <h2 className="mb-1 text-std-18B-160 print:mb-0 print:text-[9.5pt]">{m.team}</h2>
                <ul className="print:flex print:flex-wrap print:gap-x-4">
                    {shown.team.map((member) => (
                        <Member key={member.staff} member={member} shown={shown} />
                    ))}
                </ul>
                {shown.may_claim && (
                    <p className="no-print mt-3 flex flex-wrap items-center gap-3">
                        <ClaimButton kind="improvement_case" id={shown.id} />
                        <span className="text-quiet text-sm">{m.evidence_none}</span>
                    </p>
                )}
            </section>
            <Moves shown={shown} />
        </div>
    );
}

function Member({ member, shown }: { member: Case["team"][number]; shown: Case }) {
    const m = useWords(practice_words);
    const pair = usePair();
    const claims = shown.claims.filter(({ staff, status }) => staff === member.staff && status !== "withdrawn");
    return (
        <li className="border-line border-b py-1.5 print:border-0 print:py-0">
            <PersonLink id={member.staff}>{member.name}</PersonLink>
            <span className="ml-2 text-quiet text-sm">{[member.unit_name, member.part].filter(Boolean).join(" · ")}</span>
            {claims.length > 0 && (
                <ul className="no-print ml-4">
                    {claims.map((claim) => (
                        <li key={claim.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-0.5">
                            <span>{pair(claim.skill_name, claim.skill_name_en)}</span>
                            <Badge tone={tones[claim.status]}>{m.status[claim.status]}</Badge>
                            <DecideClaim claim={claim} />
                        </li>
                    ))}
                </ul>
            )}
        </li>
    );
}

function Moves({ shown: { moves } }: { shown: Case }) {
    const m = useWords(words);
    const t = useWords(terms);
    if (moves.length === 0) return null;
    return (
        <section>
            <h2 className="mb-1 text-std-18B-160 print:mb-0 print:text-[9.5pt]">{m.moves}</h2>
            <ol className="print:flex print:flex-wrap print:gap-x-4">
                {moves.map(({ stage, on, note, at }) => (
                    <li key={at} className="py-0.5 print:py-0">
                        <Day iso={on} /> {t.stage[stage]}
                        {note && <span className="ml-2 text-quiet text-sm">{note}</span>}
                    </li>
                ))}
            </ol>
        </section>
    );
}
