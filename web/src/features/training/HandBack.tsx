import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./licence_words.ts";
import type { Licence } from "./licences.ts";
import { useMoves } from "./useMoves.ts";
import { useOnce } from "./useOnce.ts";

/** One's own: out of the line, or given back for the next. */
export function HandBack({ licence, mine }: { licence: Licence; mine: NonNullable<Licence["mine"]> }) {
    const m = useWords(words);
    const { failed } = useMoves();
    const given = mine.status === "given";
    const go = useOnce(() =>
        server
            .POST("/licence-requests/{request}/withdrawal", { params: { path: { request: mine.id } } })
            .then(async () => {
                toast(m.handed_back);
                await queries.invalidateQueries();
            })
            .catch(failed),
    );
    return (
        <Button
            look="quiet"
            size="small"
            aria-label={given ? m.hand_back_it(licence.name) : m.withdraw_it(licence.name)}
            onPress={go}
        >
            {given ? m.hand_back : m.withdraw}
        </Button>
    );
}
