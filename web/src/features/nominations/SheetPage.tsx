import { useParams } from "@tanstack/react-router";
import { use, useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
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
import { paperOf, type SheetRoute, sheetRouteOf } from "./nominations.ts";
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
                {(found) => <Found key={`${round} ${unit}`} sheet={found} />}
            </Ask>
        </>
    );
}

function Found({ sheet }: { sheet: Sheet }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { round, section } = sheet;
    const { today } = useMe();
    const day = shortDate(round.closes_on, language);
    const route = sheetRouteOf(round.route);
    // The form begins anew with the answer that was sent, not with one that comes in while it is filled in.
    const [first] = useState(section.revision);
    const [begun, setBegun] = useState(section.revision);
    const [replaced, setReplaced] = useState<number | null>(null);
    if (replaced !== null && section.revision !== replaced) {
        setBegun(section.revision);
        setReplaced(null);
    }
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
                            {m.letter(m.letter_title[paperOf(round.route)])}
                        </LinkButton>
                    )
                }
            >
                {today < round.opens_on && !sheet.may_answer
                    ? m.sheet_soon(section.unit_name, shortDate(round.opens_on, language))
                    : leadOf(sheet, route, day, m)}
            </PageHead>
            <div className="mb-6 grid max-w-3xl gap-4">
                {section.head?.stands_above && sheet.may_answer && <Notice>{m.stands_above(section.unit_name)}</Notice>}
                {section.answered_at && (
                    <Notice key={begun} tone="good" focus={begun !== first}>
                        {m.answered(section.answered_by, shortInstant(section.answered_at, language))} {section.proxy && m.proxy}{" "}
                        {sheet.may_answer ? m.still : m.not_now} {!sheet.may_answer && round.status === "open" && m.ask_office}
                    </Notice>
                )}
                {round.note && (
                    <Notice title={m.from_office}>
                        <span className="whitespace-pre-line">{round.note}</span>
                    </Notice>
                )}
            </div>
            {sheet.may_answer ? (
                <AnswerForm key={begun} sheet={sheet} route={route} onSent={setReplaced} />
            ) : (
                <Answered sheet={sheet} />
            )}
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

/** What is asked, as long as it is asked; afterwards, what the page shows. */
function leadOf({ round, section, may_answer }: Sheet, route: SheetRoute, day: string, m: ReturnType<typeof words.ja>): string {
    if (round.status === "cancelled") return m.sheet_cancelled;
    if (!may_answer) return m.sheet_over(section.unit_name, day);
    if (section.state !== "unanswered") return m.sheet_open(section.unit_name);
    return m.sheet_lead[route](section.unit_name, section.quota, day);
}
