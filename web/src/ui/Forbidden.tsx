import { useWords } from "../i18n/words.ts";
import { EmptyState } from "./EmptyState.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { words } from "./words.ts";

export function Forbidden() {
    const m = useWords(words);
    return (
        <EmptyState title={m.forbidden} icon="key" action={<LinkButton to="/">{m.to_home}</LinkButton>}>
            {m.forbidden_hint}
        </EmptyState>
    );
}
