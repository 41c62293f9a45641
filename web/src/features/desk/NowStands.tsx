import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import type { Consultation } from "./desk.ts";
import { words } from "./meanwhile_words.ts";
import { Overtaken } from "./Overtaken.tsx";
import { terms } from "./terms.ts";
import type { Overtaking } from "./useRevision.ts";

interface Props {
    consultation: Consultation;
    overtaking: Overtaking;
    onGiveUp: () => void;
}

/** Where the consultation stands now, for whoever was about to move it from where it stood before. */
export function NowStands({ consultation, ...rest }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const { stage, status, owner, due_on } = consultation;
    return (
        <Overtaken {...rest}>
            <ul>
                <li>{m.stage_now(t.stage[stage])}</li>
                <li>{m.status_now(t.status[status])}</li>
                <li>{m.owner_now(owner?.name ?? m.none)}</li>
                <li>{m.due_now(due_on ? shortDate(due_on, language) : m.none)}</li>
            </ul>
        </Overtaken>
    );
}
