import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api, queries } from "../../api/client.ts";
import { useMay, useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Progress } from "../../ui/chart/Progress.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { SectionRates } from "./SectionRates.tsx";
import { WaveState } from "./States.tsx";
import { SurveyReminders } from "./SurveyReminders.tsx";
import { useWaveEvents } from "./useWaveEvents.ts";
import { WaveActions } from "./WaveActions.tsx";
import { WaveFacts } from "./WaveFacts.tsx";
import { words } from "./wave_words.ts";
import type { Wave } from "./waves.ts";

/** One round of a survey: how far it has come, and what can be done with it. */
export function WavePage() {
    const { wave: id } = useParams({ strict: false });
    const wave = api.useQuery("get", "/survey-waves/{id}", { params: { path: { id: Number(id) } } });
    return (
        <Ask query={wave} lines={8}>
            {(found) => <Found key={found.id} wave={found} />}
        </Ask>
    );
}

function Found({ wave }: { wave: Wave }) {
    const m = useWords(words);
    const manages = useMay("survey_manage");
    const reads = useMay("survey_read");
    const { today } = useMe();
    const { language } = use(LanguageContext);
    const arrived = useWaveEvents(wave.id, () => queries.invalidateQueries({ queryKey: ["get", "/survey-waves/{id}/sections"] }));
    const answered = Math.max(wave.answered, arrived?.answered ?? 0);
    const early = wave.status === "open" && today < wave.opens_on;
    const lead = {
        draft: m.lead.draft,
        open: early
            ? m.lead.early(shortDate(wave.opens_on, language))
            : m.lead.open(answered, wave.invited, shortDate(wave.closes_on, language)),
        closed: m.lead.closed(answered, wave.invited),
        cancelled: "",
    };
    return (
        <>
            <PageHead
                title={wave.name}
                path={[{ label: m.surveys, to: "/surveys" }]}
                aside={<WaveState wave={wave} />}
                action={manages && <WaveActions wave={wave} answered={answered} />}
            >
                {lead[wave.status]}
            </PageHead>
            {wave.status === "cancelled" && (
                <div className="mb-6 max-w-3xl">
                    <Notice tone="warn">{m.cancelled_text}</Notice>
                </div>
            )}
            {(wave.status === "open" || wave.status === "closed") && (
                <>
                    <div className="mb-8 max-w-3xl">
                        <Progress label={m.answered} value={answered} of={wave.invited} unit={m.people} />
                        {wave.status === "open" && <p className="mt-1 text-quiet text-sm">{m.live}</p>}
                    </div>
                    {reads && <SectionRates wave={wave} />}
                </>
            )}
            {manages && wave.status === "open" && <SurveyReminders wave={wave} />}
            {manages && wave.takes_answers && <Paper wave={wave.id} />}
            <Section title={m.facts}>
                <div className="max-w-3xl">
                    <WaveFacts wave={wave} />
                </div>
            </Section>
        </>
    );
}

function Paper({ wave }: { wave: number }) {
    const m = useWords(words);
    return (
        <Section title={m.paper} lead={m.paper_lead}>
            <div className="flex flex-wrap gap-3">
                <LinkButton to={`/surveys/waves/${wave}/paper` as "."}>{m.paper_print}</LinkButton>
                <LinkButton to={`/surveys/waves/${wave}/typing` as "."}>{m.paper_type}</LinkButton>
            </div>
        </Section>
    );
}
