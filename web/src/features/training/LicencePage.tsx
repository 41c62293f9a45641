import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { toast } from "../../ui/toasts.ts";
import { LicenceDialog } from "./LicenceDialog.tsx";
import { words } from "./licence_words.ts";
import { nextInLine } from "./licences.ts";
import { RequestTable } from "./RequestTable.tsx";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

/** Who has asked for a licence and who has one; the office gives them in the order of asking. */
export function LicencePage() {
    const { licence } = useParams({ strict: false });
    const requests = api.useQuery("get", "/licences/{licence}/requests", { params: { path: { licence: Number(licence) } } });
    return <Ask query={requests}>{(found) => <Found {...found} />}</Ask>;
}

function Found({ licence, requests }: Schema<"LicenceRequests">) {
    const m = useWords(words);
    const { failed } = useMoves();
    const [editing, setEditing] = useState(false);
    const next = nextInLine(licence);
    const give = useOnce(() =>
        server
            .POST("/licences/{licence}/giving", { params: { path: { licence: licence.id } } })
            .then(async () => {
                toast(m.given);
                await queries.invalidateQueries();
            })
            .catch(failed),
    );
    return (
        <>
            <PageHead
                title={licence.name}
                path={[{ label: m.title, to: "/training/licences" }]}
                action={
                    <>
                        <Button onPress={() => setEditing(true)}>{m.edit}</Button>
                        {next > 0 && (
                            <Button look="primary" onPress={give}>
                                {m.give(next)}
                            </Button>
                        )}
                    </>
                }
            >
                {m.requests_lead(licence.given, licence.seats, licence.waiting)}
            </PageHead>
            <RequestTable requests={requests} />
            {editing && <LicenceDialog licence={licence} onClose={() => setEditing(false)} />}
        </>
    );
}
