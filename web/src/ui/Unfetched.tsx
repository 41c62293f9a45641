import { useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { Notice } from "./Notice.tsx";
import { words } from "./words.ts";

/** A file of the program did not come: the network is away, or the server has a newer program since the page was opened. */
export class NotFetched extends Error {}

export function Unfetched({ small }: { small?: boolean }) {
    const m = useWords(words);
    const reload = (
        <Button size={small ? "small" : "normal"} onPress={() => window.location.reload()}>
            {m.reload}
        </Button>
    );
    if (small)
        return (
            <div className="fixed inset-x-4 bottom-20 z-50 mx-auto max-w-xl shadow-3 desk:bottom-6">
                <Notice tone="bad" title={m.unfetched} action={reload} live>
                    {m.unfetched_hint}
                </Notice>
            </div>
        );
    return (
        <div role="alert">
            <EmptyState title={m.unfetched} icon="bad" action={reload}>
                {m.unfetched_hint}
            </EmptyState>
        </div>
    );
}
