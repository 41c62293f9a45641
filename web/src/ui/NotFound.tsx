import { useWords } from "../i18n/words.ts";
import { LinkButton } from "./LinkButton.tsx";
import { PageHead } from "./PageHead.tsx";
import { words } from "./words.ts";

/** Instead of a page that is not there: what may have happened and where to go on. */
export function NotFound() {
    const m = useWords(words);
    return (
        <>
            <PageHead title={m.not_found}>{m.not_found_hint}</PageHead>
            <p className="mb-6 max-w-[48rem]">{m.not_found_way}</p>
            <LinkButton to="/">{m.to_home}</LinkButton>
        </>
    );
}
