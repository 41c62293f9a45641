import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOnce } from "../training/useOnce.ts";
import { ApplyButton } from "./ApplyButton.tsx";
import { Against } from "./Marks.tsx";
import { RoundFacts } from "./RoundFacts.tsx";
import { NomineeState, RoundState } from "./States.tsx";
import { useRounds } from "./useRounds.ts";
import { words } from "./words.ts";

type Line = Schema<"RoundLine">;

/** Open calls, and where one stands in them. */
export function Calls({ rounds }: { rounds: readonly Line[] }) {
    return (
        <ul className="max-w-4xl">
            {rounds.map((line) => (
                <li key={line.round.id} className="border-line border-b py-4 first:border-t">
                    <Call line={line} />
                </li>
            ))}
        </ul>
    );
}

function Call({ line }: { line: Line }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { round, mine, may_apply, against } = line;
    const title = pair(line.title.ja, line.title.en);
    const call = round.route === "open_call";
    return (
        <>
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <p className="flex min-w-0 flex-1 basis-72 flex-wrap items-center gap-x-3">
                    <span className="font-bold">{title}</span>
                    <RoundState status={round.status} />
                    {call && round.status === "open" && (
                        <span className="basis-full text-quiet text-sm">{m.by(shortDate(round.closes_on, language))}</span>
                    )}
                </p>
                {may_apply && <ApplyButton round={round} title={title} />}
            </div>
            {mine && <Mine line={line} mine={mine} />}
            {call && round.takes_answers && !mine && against.length > 0 && (
                <div className="mt-1 text-table">
                    <span className="font-bold">{m.may_not_apply}</span>
                    <Against reasons={against} />
                </div>
            )}
            {call && round.status === "open" && (
                <details className="mt-2">
                    <summary className="cursor-pointer text-primary">{m.facts}</summary>
                    <RoundFacts round={round} dense />
                </details>
            )}
        </>
    );
}

function Mine({ line: { round }, mine }: { line: Line; mine: Schema<"MyNomination"> }) {
    const m = useWords(words);
    const me = useMe();
    const { withdraw, failed } = useRounds();
    const take_back = useOnce(() =>
        withdraw(round.id)
            .then(() => toast(m.withdrawn))
            .catch(failed),
    );
    const waits = round.status === "open" && (mine.status === "applied" || mine.status === "nominated");
    const has_notice = round.status === "decided" && ["appointed", "reserve", "not_selected"].includes(mine.status);
    return (
        <div className="mt-2 rounded-8 bg-primary-wash px-4 py-3">
            <p className="flex flex-wrap items-center gap-3">
                {mine.applied ? m.my_application : m.mine} <NomineeState status={mine.status} />
                {waits && (
                    <Button size="small" onPress={take_back}>
                        {m.withdraw}
                    </Button>
                )}
                {has_notice && (
                    <LinkButton
                        to={`/training/nominations/${round.id}/notices` as "."}
                        search={{ staff: String(me.staff) }}
                        size="small"
                    >
                        {m.notice}
                    </LinkButton>
                )}
            </p>
            {mine.applied && mine.reason && <p className="text-table">「{mine.reason}」</p>}
            {mine.head_reason && (
                <p className="text-table">
                    {m.head_said}: {mine.head_reason}
                </p>
            )}
            {mine.decision_reason && (
                <p className="text-table">
                    {m.office_said}: {mine.decision_reason}
                </p>
            )}
        </div>
    );
}
