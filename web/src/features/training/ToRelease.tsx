import { Link } from "@tanstack/react-router";
import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { PersonLink } from "../staff/PersonLink.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { DecideButtons } from "./DecideButtons.tsx";
import { nameOf, shortDay } from "./runs.ts";
import { Seats } from "./Seats.tsx";
import { words } from "./words.ts";

type Seat = Schema<"SectionSeat">;

/** Applications that wait for the head, each decided where it stands. */
export function ToRelease({ seats }: { seats: readonly Seat[] }) {
    const m = useWords(words);
    if (seats.length === 0)
        return (
            <p className="flex items-center gap-2 text-quiet">
                <Icon name="check" className="text-good" />
                {m.nothing_to_release}
            </p>
        );
    return (
        <ul>
            {seats.map((seat) => (
                <li key={seat.enrolment} className="border-line border-b py-3 first:border-t">
                    <Waiting seat={seat} />
                </li>
            ))}
        </ul>
    );
}

function Waiting({ seat }: { seat: Seat }) {
    const pair = usePair();
    const { language } = use(LanguageContext);
    const course = nameOf(seat, pair);
    return (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-72">
                <PersonLink id={seat.staff}>{seat.name}</PersonLink>
                <span className="mx-2">→</span>
                <Link to="/training/runs/$run" params={{ run: String(seat.run) }} className="link font-bold">
                    {course}
                </Link>
                <span className="block text-quiet text-sm">
                    {seat.starts_at && shortDay(seat.starts_at, language)} ・ <Seats run={{ ...seat, waiting: 0 }} />
                </span>
                {seat.reason && <span className="block text-table">「{seat.reason}」</span>}
                {seat.conflicts.length > 0 && (
                    <div className="mt-1 flex gap-2 text-table text-warn">
                        <Icon name="warn" size={20} className="mt-0.5" />
                        <Conflicts conflicts={seat.conflicts} />
                    </div>
                )}
            </div>
            <div className="flex gap-2">
                <DecideButtons enrolment={seat.enrolment} name={seat.name} course={course} />
            </div>
        </div>
    );
}
