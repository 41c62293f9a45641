import { useState } from "react";
import { api, server } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./words.ts";

type Step = "missing" | "leavers";

/** Where accounts and the roster differ, and the two buttons that mend it; nothing while they agree. */
export function RosterAccounts({ onDone }: { onDone: () => void }) {
    const m = useWords(words);
    const { data, refetch } = api.useQuery("get", "/accounts/roster");
    const [asking, setAsking] = useState<Step | null>(null);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    if (!data || data.missing + data.left + data.taken.length === 0) return null;
    const ask = (step: Step) => {
        setProblem(null);
        setAsking(step);
    };
    const go = async (step: Step) => {
        setBusy(true);
        try {
            if (step === "missing") toast(m.made((await server.POST("/accounts/roster/missing")).data?.made ?? 0));
            else toast(m.stopped((await server.POST("/accounts/roster/leavers")).data?.disabled ?? 0));
            setAsking(null);
            void refetch();
            onDone();
        } catch (error) {
            setProblem(refusalOf(error));
        } finally {
            setBusy(false);
        }
    };
    return (
        <div className="mb-6">
            <Notice
                title={m.differ}
                action={
                    <>
                        {data.missing > 0 && (
                            <Button size="small" onPress={() => ask("missing")}>
                                {m.make_missing}
                            </Button>
                        )}
                        {data.left > 0 && (
                            <Button size="small" onPress={() => ask("leavers")}>
                                {m.stop_leavers}
                            </Button>
                        )}
                    </>
                }
            >
                <ul>
                    {data.missing > 0 && <li>{m.missing(data.missing)}</li>}
                    {data.left > 0 && <li>{m.left(data.left)}</li>}
                    {data.taken.length > 0 && <li>{m.taken(data.taken.join("、"))}</li>}
                </ul>
            </Notice>
            <Dialog
                open={asking !== null}
                onClose={() => setAsking(null)}
                title={asking === "leavers" ? m.stop_leavers : m.make_missing}
                actions={
                    <Button
                        look={asking === "leavers" ? "danger" : "primary"}
                        pending={busy}
                        onPress={() => asking && void go(asking)}
                    >
                        {asking === "leavers" ? m.stop_go : m.make_go}
                    </Button>
                }
            >
                <p>{asking === "leavers" ? m.stop_text(data.left) : m.make_text(data.missing)}</p>
                {problem !== null && (
                    <div className="mt-3">
                        <Failure error={problem} small />
                    </div>
                )}
            </Dialog>
        </div>
    );
}
