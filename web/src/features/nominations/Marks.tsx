import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { words } from "./words.ts";

interface Props {
    last: Schema<"LastTerm"> | null;
    move: Schema<"MoveAhead"> | null;
    on_leave: boolean;
}

/** What one should know of a person before choosing: held the role, has moved or will, is on leave. */
export function Marks({ last, move, on_leave }: Props) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    return (
        <span className="inline-flex flex-wrap gap-1.5 align-middle [&>*]:whitespace-normal">
            {last && <Badge tone="info">{m.last_year(last.terms)}</Badge>}
            {last?.moved_from && <Badge>{m.moved_from(last.moved_from)}</Badge>}
            {move && <Badge tone="warn">{m.move_ahead(shortDate(move.on, language), move.unit_name)}</Badge>}
            {on_leave && <Badge tone="warn">{m.on_leave}</Badge>}
        </span>
    );
}

/** What the rule says against somebody, each reason on its line. */
export function Against({ reasons }: { reasons: readonly Schema<"Words">[] }) {
    const pair = usePair();
    return (
        <ul>
            {reasons.map(({ ja, en }) => (
                <li key={ja}>{pair(ja, en)}</li>
            ))}
        </ul>
    );
}
