import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { AnswerStateBadge, RoundState } from "./States.tsx";
import { words } from "./words.ts";

type Line = Schema<"RoundLine">;

/** For a head: each section to answer for, the own first; those with a head of their own stand folded below. */
export function MySections({ rounds }: { rounds: readonly Line[] }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    return (
        <ul className="max-w-4xl">
            {rounds.map(({ round, title, sections }) => {
                const mine = sections.filter((one) => one.mine);
                const others = sections.filter((one) => !one.mine);
                return (
                    <li key={round.id} className="mb-6">
                        <p className="flex flex-wrap items-baseline gap-x-3">
                            <span className="font-bold">{pair(title.ja, title.en)}</span>
                            <RoundState status={round.status} />
                            {round.status === "open" && (
                                <span className="text-quiet">{m.by(shortDate(round.closes_on, language))}</span>
                            )}
                        </p>
                        <ul className="mt-2">
                            {mine.map(({ section }) => (
                                <SectionLine key={section.unit} round={round} section={section} />
                            ))}
                        </ul>
                        {others.length > 0 && (
                            <details className="mt-2" open={mine.length === 0}>
                                <summary className="cursor-pointer py-2 text-primary">{m.others(others.length)}</summary>
                                <ul>
                                    {others.map(({ section }) => (
                                        <SectionLine key={section.unit} round={round} section={section} />
                                    ))}
                                </ul>
                            </details>
                        )}
                    </li>
                );
            })}
        </ul>
    );
}

function SectionLine({ round, section }: { round: Schema<"Round">; section: Schema<"SectionAnswer"> }) {
    const m = useWords(words);
    const waits = round.takes_answers && section.state === "unanswered";
    const to = `/training/nominations/${round.id}/sections/${section.unit}` as ".";
    return (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-2 first:border-t">
            <span className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-2">
                {section.unit_name} <AnswerStateBadge state={section.state} />
                {waits && section.reminded_times > 0 && <Badge tone="warn">{m.reminded}</Badge>}
                {section.head?.stands_above && (
                    <span className="basis-full text-quiet text-sm">{m.stands_above(section.unit_name)}</span>
                )}
            </span>
            <LinkButton
                to={to}
                size="small"
                look={waits ? "primary" : "secondary"}
                aria-label={waits ? m.answer_for(section.unit_name) : `${section.unit_name}: ${m.see_answer}`}
            >
                {waits ? m.answer_now : m.see_answer}
            </LinkButton>
        </li>
    );
}
