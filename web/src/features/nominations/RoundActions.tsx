import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { toast } from "../../ui/toasts.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { useOnce } from "../training/useOnce.ts";
import type { Round } from "./nominations.ts";
import { words } from "./office_words.ts";
import { useRounds } from "./useRounds.ts";

/** What the office does with a round as a whole. */
export function RoundActions({ round }: { round: Round }) {
    const m = useWords(words);
    const { open, cancel, failed } = useRounds();
    const [cancelling, setCancelling] = useState(false);
    const begin = useOnce(() =>
        open(round.id)
            .then(() => toast(m.opened))
            .catch(failed),
    );
    if (round.status === "decided")
        return (
            <LinkButton to={`/training/nominations/${round.id}/notices` as "."} look="primary">
                {m.notices}
            </LinkButton>
        );
    if (round.status === "cancelled") return null;
    return (
        <>
            <LinkButton to={`/training/nominations/${round.id}/edit` as "."} look="secondary">
                {m.edit}
            </LinkButton>
            <Button onPress={() => setCancelling(true)}>{m.cancel}</Button>
            {round.status === "draft" && (
                <Button look="primary" onPress={begin}>
                    {m.open}
                </Button>
            )}
            {cancelling && (
                <ReasonDialog
                    danger
                    title={m.cancel_title}
                    label={m.reason}
                    hint={m.cancel_hint}
                    submit={m.cancel}
                    save={async (reason) => {
                        await cancel(round.id, reason);
                        toast(m.cancelled);
                    }}
                    onClose={() => setCancelling(false)}
                />
            )}
        </>
    );
}
