import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import { useMoves } from "../training/useMoves.ts";
import { useOnce } from "../training/useOnce.ts";
import type { Work } from "./work.ts";
import { words } from "./work_words.ts";

/** The head's word on a record: it is so, or it is to be corrected. What is not over cannot be confirmed yet. */
export function DecideWork({ work }: { work: Work }) {
    const m = useWords(words);
    const { today } = useMe();
    const { failed } = useMoves();
    const [returning, setReturning] = useState(false);
    const params = { path: { id: work.id } };
    const confirm = useOnce(async () => {
        try {
            await server.POST("/work-training/{id}/confirmation", { params });
            toast(m.confirmed(work.name));
            await queries.invalidateQueries();
        } catch (error) {
            failed(error);
        }
    });
    if (!work.may_confirm || work.status === "returned") return null;
    return (
        <>
            {work.status === "recorded" && work.until_on <= today && (
                <Button size="small" look="primary" aria-label={m.confirm_what(work.name, work.title)} onPress={confirm}>
                    {m.confirm}
                </Button>
            )}
            <Button size="small" aria-label={m.return_what(work.name, work.title)} onPress={() => setReturning(true)}>
                {m.return}
            </Button>
            {returning && (
                <ReasonDialog
                    title={m.return_what(work.name, work.title)}
                    label={m.reason}
                    hint={m.return_hint}
                    submit={m.return}
                    save={async (reason) => {
                        await server.POST("/work-training/{id}/return", { params, body: { reason } });
                        toast(m.returned);
                        await queries.invalidateQueries();
                    }}
                    onClose={() => setReturning(false)}
                >
                    {work.status === "confirmed" && m.return_confirmed}
                </ReasonDialog>
            )}
        </>
    );
}
