import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { toast } from "../../ui/toasts.ts";
import { CloseDialog } from "./CloseDialog.tsx";
import { words } from "./office_words.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import type { Run } from "./runs.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

/** What the office does with a run as a whole; what cannot be taken back asks first. */
export function RunActions({ run }: { run: Run }) {
    const m = useWords(words);
    const { failed } = useMoves();
    const [asking, setAsking] = useState<"cancel" | "close" | null>(null);
    const path = { params: { path: { run: run.id } } };
    const done = async (said: string) => {
        toast(said);
        await queries.invalidateQueries();
    };
    const open = useOnce(() =>
        server
            .POST("/runs/{run}/opening", path)
            .then(() => done(m.opened))
            .catch(failed),
    );
    const cancel = async (reason: string) => {
        await server.POST("/runs/{run}/cancellation", { ...path, body: { reason } });
        await done(m.cancelled);
    };
    const under_way = run.status === "draft" || run.status === "open";
    return (
        <>
            {under_way && (
                <LinkButton to="/training/runs/$run/edit" params={{ run: String(run.id) }} look="secondary">
                    {m.edit}
                </LinkButton>
            )}
            {run.status === "open" && <Button onPress={() => setAsking("close")}>{m.close}</Button>}
            {under_way && <Button onPress={() => setAsking("cancel")}>{m.cancel}</Button>}
            {run.status === "draft" && (
                <Button look="primary" onPress={open}>
                    {m.open}
                </Button>
            )}
            {asking === "cancel" && (
                <ReasonDialog
                    danger
                    title={m.cancel_title}
                    label={m.reason}
                    hint={m.cancel_hint}
                    submit={m.cancel}
                    save={cancel}
                    onClose={() => setAsking(null)}
                >
                    {m.cancel_follows(run.seated + run.waiting + run.applied)}
                </ReasonDialog>
            )}
            {asking === "close" && <CloseDialog run={run} onClose={() => setAsking(null)} done={() => done(m.closed)} />}
        </>
    );
}
