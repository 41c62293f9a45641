import { Link } from "@tanstack/react-router";
import { use } from "react";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Day, Moment, Period } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { terms } from "./terms.ts";
import { words } from "./wave_words.ts";
import type { Wave } from "./waves.ts";

/** What was fixed with the opening, or will be. */
export function WaveFacts({ wave }: { wave: Wave }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const title = m.version(pair(wave.survey_title, wave.survey_title_en), wave.survey_version);
    return (
        <DefinitionList
            items={[
                [
                    m.survey,
                    <Link key="survey" to={`/surveys/${wave.survey}` as "."} className="link">
                        {title}
                    </Link>,
                ],
                [m.kind_of, t.kind[wave.kind]],
                [m.pairs_with, wave.pairs_with_name],
                [m.run, wave.run_name],
                [m.audience, pair(wave.audience_text, wave.audience_text_en)],
                [m.as_of, <Day key="day" iso={wave.as_of} />],
                [m.period, <Period key="period" from={wave.opens_on} until={wave.closes_on} />],
                [m.threshold, m.threshold_of(wave.threshold)],
                [m.readers, t.readers[wave.readers]],
                [
                    m.keys,
                    wave.keys_destroyed_at ? (
                        <>
                            {m.keys_gone} <Moment at={wave.keys_destroyed_at} />
                        </>
                    ) : (
                        m.keys_there(shortDate(wave.keys_until, language))
                    ),
                ],
                [m.note, wave.note && <span className="whitespace-pre-line">{wave.note}</span>],
            ]}
        />
    );
}
