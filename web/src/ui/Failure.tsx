import { refusalOf } from "../api/refusal.ts";
import { usePair, useWords } from "../i18n/words.ts";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { Forbidden } from "./Forbidden.tsx";
import { NotFound } from "./NotFound.tsx";
import { Notice } from "./Notice.tsx";
import { words } from "./words.ts";

interface Props {
    error: unknown;
    onRetry?: () => void;
    /** Inside a page that stands otherwise: one box instead of the whole room. */
    small?: boolean;
}

/** What went wrong, in the server's words, with a way on and the number that finds the log line. */
export function Failure({ error, onRetry, small }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const refusal = refusalOf(error);
    if (refusal.status === 403 && !small) return <Forbidden />;
    if (refusal.status === 404 && !small) return <NotFound />;
    const text = (
        <>
            <p>{pair(refusal.message, refusal.message_en)}</p>
            {refusal.request && (
                <p className="mt-1 text-sm text-quiet">
                    {m.request}: <code className="select-all">{refusal.request}</code>
                </p>
            )}
        </>
    );
    const retry = onRetry && (
        <Button size="small" onPress={onRetry}>
            {m.retry}
        </Button>
    );
    if (small)
        return (
            <Notice tone="bad" action={retry} live>
                {text}
            </Notice>
        );
    return (
        <div role="alert">
            <EmptyState title={m.failed} icon="bad" action={retry}>
                {text}
            </EmptyState>
        </div>
    );
}
