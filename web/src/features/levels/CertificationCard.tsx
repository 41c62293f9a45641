import { Link } from "@tanstack/react-router";
import { use, useState } from "react";
import { queries, server } from "../../api/client.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { toast } from "../../ui/toasts.ts";
import { EvidenceList } from "./columns.tsx";
import type { Certification } from "./level.ts";
import { RevokeDialog } from "./RevokeDialog.tsx";
import { words } from "./words.ts";

const tones = { valid: "good", expired: "warn", revoked: "bad" } as const;

export function CertificationCard({ certification: one, certifies }: { certification: Certification; certifies: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const [revoking, setRevoking] = useState(false);
    const name = pair(one.level_name, one.level_name_en);
    const issue = async () => {
        await server.POST("/certifications/{id}/certificate", { params: { path: { id: one.id } }, body: { reason: "" } });
        await queries.invalidateQueries();
        toast(m.issued);
    };
    return (
        <article aria-label={name} className="keep-together rounded-8 border border-line px-4 py-3 text-table">
            <p className="flex flex-wrap items-baseline gap-x-3">
                <strong className="text-base">{name}</strong>
                <Badge tone={tones[one.state]}>{m.states[one.state]}</Badge>
                <Day iso={one.certified_on} />
            </p>
            <p>{one.ground === "rule" ? m.grounds.rule : `${m.grounds[one.ground]}: ${one.basis}`}</p>
            {one.basis_no && (
                <p className="text-quiet">
                    {m.decision} {one.basis_on ? m.decided(one.basis_no, shortDate(one.basis_on, language)) : one.basis_no}
                </p>
            )}
            {one.valid_until && <p className="text-quiet">{m.until(shortDate(one.valid_until, language))}</p>}
            {one.revoked_on && <p>{m.revoked_on(shortDate(one.revoked_on, language), one.revoked_why)}</p>}
            {one.evidence.length > 0 && (
                <details className="mt-1">
                    <summary className="cursor-pointer text-quiet">{m.evidence_of}</summary>
                    <EvidenceList evidence={one.evidence} m={m} pair={pair} />
                </details>
            )}
            <p className="no-print mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
                {one.number ? (
                    <Link to={`/certifications/${one.id}` as "."} className="link" aria-label={`${m.show_certificate}: ${name}`}>
                        {m.show_certificate}
                    </Link>
                ) : (
                    <span className="text-quiet">{m.no_certificate}</span>
                )}
                {certifies && one.state === "valid" && !one.number && (
                    <Button look="quiet" size="small" onPress={() => void issue()}>
                        {m.issue}
                    </Button>
                )}
                {certifies && one.revoked_on === null && (
                    <Button look="quiet" size="small" aria-label={m.revoke_title(name)} onPress={() => setRevoking(true)}>
                        {m.revoke}
                    </Button>
                )}
            </p>
            {revoking && <RevokeDialog certification={one} name={name} onClose={() => setRevoking(false)} />}
        </article>
    );
}
