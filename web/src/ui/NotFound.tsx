import { useWords } from "../i18n/words.ts";
import { EmptyState } from "./EmptyState.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { words } from "./words.ts";

export function NotFound() {
    const m = useWords(words);
    return (
        <EmptyState title={m.not_found} icon="search" action={<LinkButton to="/">{m.to_home}</LinkButton>}>
            {m.not_found_hint}
        </EmptyState>
    );
}
