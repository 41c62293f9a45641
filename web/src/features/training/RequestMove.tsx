import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./licence_words.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

/** Who waits is declined, who has one gives it up; the reason is read by the person. */
export function RequestMove({ request }: { request: Schema<"LicenceRequest"> }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    const given = request.status === "given";
    const title = given ? m.take_back_who(request.name) : m.decline_who(request.name);
    const save = async (reason: string) => {
        const call = { params: { path: { request: request.id } }, body: { reason } };
        if (given) await server.POST("/licence-requests/{request}/taking-back", call);
        else await server.POST("/licence-requests/{request}/decline", call);
        toast(m.done);
        await queries.invalidateQueries();
    };
    return (
        <>
            <Button look="quiet" size="small" aria-label={title} onPress={() => setOpen(true)}>
                {given ? m.take_back : m.decline}
            </Button>
            {open && (
                <ReasonDialog
                    danger={given}
                    title={title}
                    label={m.why}
                    hint={m.read_by_person}
                    submit={given ? m.take_back : m.decline}
                    save={save}
                    onClose={() => setOpen(false)}
                />
            )}
        </>
    );
}
