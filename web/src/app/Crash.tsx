import type { ErrorComponentProps } from "@tanstack/react-router";
import { Refusal } from "../api/refusal.ts";
import { useWords } from "../i18n/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Failure } from "../ui/Failure.tsx";
import { NotFetched, Unfetched } from "../ui/Unfetched.tsx";
import { words } from "./words.ts";

/** The last net: a page that could not be fetched or drawn. */
export function Crash({ error, reset }: ErrorComponentProps) {
    const m = useWords(words);
    if (error instanceof NotFetched) return <Unfetched />;
    if (error instanceof Refusal)
        return (
            <div className="p-4">
                <Failure error={error} onRetry={reset} />
            </div>
        );
    return (
        <EmptyState title={m.crashed} icon="bad" action={<Button onPress={() => window.location.reload()}>{m.reload}</Button>}>
            <p>{m.crashed_hint}</p>
            <p className="mt-2 text-sm">
                <code>{error instanceof Error ? error.message : String(error)}</code>
            </p>
        </EmptyState>
    );
}
