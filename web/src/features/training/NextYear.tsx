import { use, useState } from "react";
import { queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { draftedWords } from "./next_year.ts";
import { review_tones } from "./ReviewCell.tsx";
import { words } from "./year_words.ts";

/** The year's rows become the next year's in the plan's draft; what was done is told in numbers, with the way to the draft. */
export function NextYear({ year }: { year: number }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [open, setOpen] = useState(false);
    const next = fiscalYear(year + 1, language);
    return (
        <>
            <Button onPress={() => setOpen(true)}>{m.draft_next(next)}</Button>
            {open && <Drafting year={year} next={next} onClose={() => setOpen(false)} />}
        </>
    );
}

function Drafting({ year, next, onClose }: { year: number; next: string; onClose: () => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [made, setMade] = useState<Schema<"NextYear">>();
    const act = async () => {
        const { data } = await server.POST("/training/next-year", { body: { fiscal_year: year } });
        setMade(data);
        await queries.invalidateQueries();
    };
    if (made) return <Done made={made} next={next} onClose={onClose} />;
    return (
        <Sure title={m.draft_next(next)} submit={m.draft} act={act} onClose={onClose}>
            {m.draft_lead(fiscalYear(year, language), next)} {m.draft_again}
        </Sure>
    );
}

function Done({ made, next, onClose }: { made: Schema<"NextYear">; next: string; onClose: () => void }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Dialog
            open
            onClose={onClose}
            title={m.draft_done(next)}
            actions={
                <>
                    <Button onPress={onClose}>{m.close}</Button>
                    {made.version !== null && (
                        <LinkButton look="primary" to={`/plan/versions/${made.version}/review` as "."}>
                            {m.to_changes}
                        </LinkButton>
                    )}
                </>
            }
        >
            <ul className="list-disc pl-5">
                {draftedWords(made, m.done).map((said) => (
                    <li key={said}>{said}</li>
                ))}
            </ul>
            {made.by_hand.length > 0 && (
                <>
                    <p className="mt-4 font-bold">{m.by_hand}</p>
                    <ul className="list-disc pl-5">
                        {made.by_hand.map((one) => (
                            <li key={one.course}>
                                {pair(one.name, one.name_en)}{" "}
                                <Badge tone={review_tones[one.judgement]}>{m.judgement[one.judgement]}</Badge> {one.change}
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </Dialog>
    );
}
