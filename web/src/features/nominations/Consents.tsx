import { useState } from "react";
import type { Schema } from "../../api/types.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { PersonLink } from "../staff/PersonLink.tsx";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { useOnce } from "../training/useOnce.ts";
import { Marks } from "./Marks.tsx";
import type { Nominee } from "./nominations.ts";
import { NomineeState } from "./States.tsx";
import { useRounds } from "./useRounds.ts";
import { words } from "./words.ts";

/** Applications of one's people: agreed to or not where they stand. */
export function Consents({ rounds }: { rounds: readonly Schema<"RoundLine">[] }) {
    const pair = usePair();
    return rounds.map(({ round, title, applications }) => (
        <div key={round.id} className="mb-4 max-w-4xl">
            <p className="mb-1 font-bold">{pair(title.ja, title.en)}</p>
            <ul>
                {applications.map((one) => (
                    <li key={one.id} className="border-line border-b py-3 first:border-t">
                        <Application nominee={one} open={round.status === "open"} />
                    </li>
                ))}
            </ul>
        </div>
    ));
}

function Application({ nominee, open }: { nominee: Nominee; open: boolean }) {
    const m = useWords(words);
    return (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-72">
                <PersonLink id={nominee.staff}>{nominee.name}</PersonLink>
                <span className="mx-3 text-quiet text-sm">
                    {nominee.unit_name} ・ {nominee.rank}
                </span>
                <NomineeState status={nominee.status} /> <Marks {...nominee} />
                <p className="text-table">「{nominee.reason}」</p>
                {nominee.head_reason && (
                    <p className="text-table">
                        {m.head_said}: {nominee.head_reason}
                    </p>
                )}
            </div>
            {open && nominee.status === "applied" && <Decide nominee={nominee} />}
        </div>
    );
}

function Decide({ nominee: { id, name } }: { nominee: Nominee }) {
    const m = useWords(words);
    const { consent, failed } = useRounds();
    const [declining, setDeclining] = useState(false);
    const agree = useOnce(() =>
        consent(id, true, "")
            .then(() => toast(m.consented(name)))
            .catch(failed),
    );
    const decline = async (reason: string) => {
        await consent(id, false, reason);
        toast(m.declined(name));
    };
    return (
        <div className="flex gap-2">
            <Button look="primary" size="small" aria-label={m.consent_who(name)} onPress={agree}>
                {m.consent}
            </Button>
            <Button size="small" aria-label={m.decline_who(name)} onPress={() => setDeclining(true)}>
                {m.decline}
            </Button>
            {declining && (
                <ReasonDialog
                    title={m.decline_who(name)}
                    label={m.reason}
                    hint={m.decline_hint}
                    submit={m.decline}
                    save={decline}
                    onClose={() => setDeclining(false)}
                />
            )}
        </div>
    );
}
