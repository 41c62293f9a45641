import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { useMoves } from "../training/useMoves.ts";
import { useOnce } from "../training/useOnce.ts";
import type { Claim } from "./claims.ts";
import { words } from "./words.ts";

/** The head's word on a claim, in the row; the person may take it back. */
export function DecideClaim({ claim }: { claim: Claim }) {
    const m = useWords(words);
    const pair = usePair();
    const { failed } = useMoves();
    const [returning, setReturning] = useState(false);
    const skill = pair(claim.skill_name, claim.skill_name_en);
    const path = { params: { path: { claim: claim.id } } };
    const confirm = useOnce(async () => {
        try {
            await server.POST("/practice/claims/{claim}/confirmation", { ...path, body: { word: "" } });
            toast(m.confirmed(claim.name));
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    });
    const withdraw = useOnce(async () => {
        try {
            await server.DELETE("/practice/claims/{claim}", path);
            toast(m.withdrawn);
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    });
    return (
        <span className="no-print flex flex-wrap gap-1">
            {claim.may_decide && claim.status === "waiting" && (
                <Button size="small" look="primary" aria-label={m.confirm_what(claim.name, skill)} onPress={confirm}>
                    {m.confirm}
                </Button>
            )}
            {claim.may_decide && (claim.status === "waiting" || claim.status === "confirmed") && (
                <Button
                    size="small"
                    look="quiet"
                    aria-label={m.return_what(claim.name, skill)}
                    onPress={() => setReturning(true)}
                >
                    {m.return}
                </Button>
            )}
            {claim.may_withdraw && (
                <Button size="small" look="quiet" aria-label={m.withdraw_what(skill)} onPress={withdraw}>
                    {m.withdraw}
                </Button>
            )}
            {returning && (
                <ReasonDialog
                    title={m.return_what(claim.name, skill)}
                    label={m.reason}
                    hint={m.return_hint}
                    submit={m.return}
                    save={async (word) => {
                        await server.POST("/practice/claims/{claim}/return", { ...path, body: { word } });
                        toast(m.returned);
                        await queries.invalidateQueries();
                    }}
                    onClose={() => setReturning(false)}
                >
                    {claim.status === "confirmed" && m.return_confirmed}
                </ReasonDialog>
            )}
        </span>
    );
}
