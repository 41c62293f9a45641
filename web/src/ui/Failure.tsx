import { placesOf, refusalOf } from "../api/refusal.ts";
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

const places_shown = 5;

/** What went wrong and what helps, in the server's words, with a way on and the number that finds the log line. */
export function Failure({ error, onRetry, small }: Props) {
    const m = useWords(words);
    const pair = usePair();
    const refusal = refusalOf(error);
    if (refusal.status === 403 && !small) return <Forbidden />;
    if (refusal.status === 404 && !small) return <NotFound />;
    const detail = pair(refusal.detail, refusal.detail_en);
    const places = placesOf(refusal, pair);
    const text = (
        <>
            <p>{pair(refusal.message, refusal.message_en)}</p>
            {detail && <p>{detail}</p>}
            {places.length > 0 && (
                <ul className="list-disc pl-5 text-left">
                    {places.slice(0, places_shown).map((place) => (
                        <li key={place}>{place}</li>
                    ))}
                </ul>
            )}
            {places.length > places_shown && <p>{m.places_more(places.length - places_shown)}</p>}
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
