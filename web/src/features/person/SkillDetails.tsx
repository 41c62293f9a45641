import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { SourceLink } from "../practice/SourceLink.tsx";
import { terms } from "../skills/terms.ts";
import type { SkillRow } from "./standing.ts";
import { type Evidence, useRecord } from "./useRecord.ts";
import { words } from "./words.ts";

/** What the skill is, why it is required, and every record about it. */
export function SkillDetails({ staff, row, mayWithdraw }: { staff: number; row: SkillRow; mayWithdraw: boolean }) {
    const m = useWords(words);
    const t = useWords(terms);
    const said = row.mark === "conditional" ? m.from_star : m.from;
    return (
        <details className="mt-2 text-table print:[&:not([open])]:hidden">
            <summary className="inline-block cursor-pointer rounded-4 text-primary underline underline-offset-4">
                {m.details}
            </summary>
            <DefinitionList
                dense
                items={[
                    [m.content, row.text],
                    [m.kind, t.skill_kind[row.kind]],
                    [t.mark[row.mark], [t.scope[row.scope], row.qualifier].filter(Boolean).join("、") || null],
                    [
                        m.required_by,
                        row.from.length > 0 && (
                            <ul key="from">
                                {row.from.map((from) => (
                                    <li key={from.category}>
                                        {said(from.name)}
                                        {from.inherited_from && ` (${m.inherited(from.inherited_from)})`}
                                        <span className="block text-quiet text-sm">{from.clause}</span>
                                    </li>
                                ))}
                            </ul>
                        ),
                    ],
                    [
                        m.decide,
                        row.decision && (
                            <span key="decision">
                                {m.decided(row.decision.needed, row.decision.by)} <Day iso={row.decision.decided_on} />
                                <span className="block">{row.decision.reason}</span>
                            </span>
                        ),
                    ],
                    [
                        m.evidence_all,
                        row.evidence.length > 0 && (
                            <ul key="all">
                                {row.evidence.map((evidence, index) => (
                                    <EvidenceLine
                                        key={evidence.id ?? `course ${index}`}
                                        staff={staff}
                                        skill={row.skill}
                                        evidence={evidence}
                                        mayWithdraw={mayWithdraw}
                                    />
                                ))}
                            </ul>
                        ),
                    ],
                ].map(([term, answer]) => [String(term), answer || null] as const)}
            />
        </details>
    );
}

interface LineProps {
    staff: number;
    skill: string;
    evidence: Evidence;
    mayWithdraw: boolean;
}

function EvidenceLine({ staff, skill, evidence, mayWithdraw }: LineProps) {
    const m = useWords(words);
    const t = useWords(terms);
    const me = useMe();
    const records = useMay("record_evidence");
    const { withdraw, failed } = useRecord(staff);
    const may = mayWithdraw && evidence.id !== null && (records || evidence.by === me.name);
    return (
        <li className="flex flex-wrap items-baseline gap-x-3 py-0.5">
            <span>
                <Day iso={evidence.dated_on} /> {t.evidence[evidence.kind]}:{" "}
                <SourceLink url={evidence.url}>{evidence.source}</SourceLink> ({evidence.holds ? m.holds : m.holds_not})
                {evidence.note && <span className="block">{evidence.note}</span>}
                {evidence.by && <span className="block text-quiet text-sm">{m.by(evidence.by)}</span>}
            </span>
            {may && (
                <Button
                    size="small"
                    look="quiet"
                    aria-label={m.withdraw_of(evidence.source)}
                    onPress={() => void withdraw(skill, evidence).catch(failed)}
                >
                    {m.withdraw}
                </Button>
            )}
        </li>
    );
}
