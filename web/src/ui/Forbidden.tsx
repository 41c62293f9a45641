import { useWords } from "../i18n/words.ts";
import { LinkButton } from "./LinkButton.tsx";
import { PageHead } from "./PageHead.tsx";
import { words } from "./words.ts";

/** Instead of a page that this person's roles do not open. */
export function Forbidden() {
    const m = useWords(words);
    return (
        <>
            <PageHead title={m.forbidden}>{m.forbidden_hint}</PageHead>
            <LinkButton to="/">{m.to_home}</LinkButton>
        </>
    );
}
