import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate, shortInstant } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { Answered } from "./Answered.tsx";
import { AnswerForm } from "./AnswerForm.tsx";
import { RoundFacts } from "./RoundFacts.tsx";
import { AnswerStateBadge } from "./States.tsx";
import { words } from "./words.ts";

type Sheet = Schema<"SectionSheet">;

/** The one screen on which a head answers. */
export function SheetPage() {
    const { round, unit } = useParams({ strict: false });
    const sheet = api.useQuery("get", "/nominations/{round}/sections/{unit}", {
        params: { path: { round: Number(round), unit: Number(unit) } },
    });
    return (
        <>
            <TrainingNav />
            <Ask query={sheet} lines={8}>
                {(found) => <Found key={`${found.section.revision}`} sheet={found} />}
            </Ask>
        </>
    );
}

function Found({ sheet }: { sheet: Sheet }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { round, section } = sheet;
    const day = shortDate(round.closes_on, language);
    const route = round.route === "recommendation" || round.route === "selection" ? round.route : "nomination";
    return (
        <>
            <PageHead
                title={pair(sheet.title.ja, sheet.title.en)}
                path={[{ label: m.title, to: "/training/nominations" }]}
                aside={<AnswerStateBadge state={section.state} />}
                action={
                    section.answered_at && (
                        <LinkButton
                            to={`/training/nominations/${round.id}/sections/${section.unit}/letter` as "."}
                            look="secondary"
                        >
                            {m.letter}
                        </LinkButton>
                    )
                }
            >
                {m.sheet_lead[route](section.unit_name, section.quota, day)}
            </PageHead>
            <div className="mb-6 grid max-w-3xl gap-4">
                {section.head?.stands_above && <Notice>{m.stands_above(section.unit_name)}</Notice>}
                {section.answered_at && (
                    <Notice tone="good">
                        {m.answered(section.answered_by, shortInstant(section.answered_at, language))} {section.proxy && m.proxy}{" "}
                        {sheet.may_answer ? m.still : m.not_now}
                    </Notice>
                )}
                {round.note && (
                    <Notice title={m.from_office}>
                        <span className="whitespace-pre-line">{round.note}</span>
                    </Notice>
                )}
            </div>
            {sheet.may_answer ? <AnswerForm sheet={sheet} route={route} /> : <Answered sheet={sheet} />}
            {sheet.moved_away.length > 0 && (
                <Section title={m.moved_away}>
                    <ul className="list-disc pl-5">
                        {sheet.moved_away.map(({ staff, name, now_in }) => (
                            <li key={staff}>{m.now_in(name, now_in)}</li>
                        ))}
                    </ul>
                </Section>
            )}
            <Section title={m.why_rule}>
                <div className="max-w-3xl">
                    <RoundFacts round={round} dense note={false} />
                </div>
            </Section>
        </>
    );
}
