import { Link } from "@tanstack/react-router";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Section } from "../../ui/Section.tsx";
import { hasBegun, isUnderway, nameOf } from "./runs.ts";
import { SeatState } from "./SeatState.tsx";
import { SessionChoice } from "./SessionChoice.tsx";
import { When } from "./When.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import { words } from "./words.ts";

/** Where one has applied in the year, each with what became of it. */
export function MySeats({ seats }: { seats: readonly Schema<"MySeat">[] }) {
    const m = useWords(words);
    const pair = usePair();
    const { today } = useMe();
    return (
        <Section title={m.seats}>
            {seats.length === 0 && (
                <p className="text-quiet">
                    {m.no_seats}{" "}
                    <Link to="/training" className="link">
                        {m.to_catalogue}
                    </Link>
                </p>
            )}
            <ul>
                {seats.map(({ enrolment, run }) => {
                    const name = nameOf(run, pair);
                    const [first] = run.sessions;
                    const explained = enrolment.status !== "accepted" && enrolment.status !== "completed";
                    return (
                        <li
                            key={enrolment.id}
                            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2 first:border-t"
                        >
                            <span className="min-w-0 flex-1 basis-64">
                                <Link to="/training/runs/$run" params={{ run: String(run.id) }} className="link font-bold">
                                    {name}
                                </Link>
                                <span className="block text-quiet text-sm">
                                    {first && <When session={first} />}
                                    {run.sessions.length > 1 && ` ${m.more_days(run.sessions.length - 1)}`}
                                </span>
                                {explained && enrolment.last_reason && (
                                    <span className="block text-quiet text-sm">
                                        {m.reason}: {enrolment.last_reason}
                                    </span>
                                )}
                            </span>
                            {run.attend === "one" && run.sessions.length > 1 && isUnderway(enrolment.status) && (
                                <SessionChoice enrolment={enrolment} run={run} />
                            )}
                            <SeatState status={enrolment.status} place={enrolment.place} />
                            {enrolment.reported_at !== null && <Badge tone="good">{m.reported}</Badge>}
                            {enrolment.reported_at === null && enrolment.status === "completed" && run.report_days > 0 && (
                                <Link to="/training/records" className="link">
                                    {m.to_report}
                                </Link>
                            )}
                            {isUnderway(enrolment.status) && !(first && hasBegun(first, today)) && (
                                <WithdrawButton enrolment={enrolment.id} name={name} />
                            )}
                        </li>
                    );
                })}
            </ul>
        </Section>
    );
}
