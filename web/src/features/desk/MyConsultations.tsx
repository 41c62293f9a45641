import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { goesOn, type Line } from "./desk.ts";
import { DueDay, Owner, Stands } from "./States.tsx";
import { words } from "./words.ts";

interface Props {
    lines: readonly Line[];
    /** Of the section: who asked is said. */
    named?: boolean;
}

/** What waits for me first, then what goes on; what is over is folded away. */
export function MyConsultations({ lines, named }: Props) {
    const m = useWords(words);
    const open = lines.filter(goesOn);
    const over = lines.filter((line) => !goesOn(line));
    const mine_first = open.toSorted((a, b) => Number(waitsForMe(b)) - Number(waitsForMe(a)));
    return (
        <>
            <ul className="grid gap-3">
                {mine_first.map((line) => (
                    <Entry key={line.id} line={line} named={named} />
                ))}
            </ul>
            {over.length > 0 && (
                <details className="mt-3" open={open.length === 0}>
                    <summary className="cursor-pointer py-2 font-bold">{m.over(over.length)}</summary>
                    <ul className="mt-2 grid gap-3">
                        {over.map((line) => (
                            <Entry key={line.id} line={line} named={named} />
                        ))}
                    </ul>
                </details>
            )}
        </>
    );
}

const waitsForMe = (line: Line) => line.is_mine && line.status === "waiting_for_asker";

function Entry({ line, named }: { line: Line; named?: boolean }) {
    const m = useWords(words);
    const pair = usePair();
    const mine = waitsForMe(line);
    return (
        <li
            className={
                mine ? "rounded-8 border-2 border-primary bg-primary-wash px-4 py-3" : "rounded-8 border border-line px-4 py-3"
            }
        >
            <Link to={`/desk/${line.id}` as "."} className="link font-bold">
                {line.title}
            </Link>
            <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table">
                <Stands line={line} />
                {goesOn(line) && (
                    <span className={mine ? "flex items-center gap-1 font-bold" : "text-quiet"}>
                        {mine && <Icon name="reply" size={18} />}
                        {m.waits[waitingFor(line)]}
                    </span>
                )}
                {!mine && <DueDay line={line} />}
            </div>
            <p className="mt-1 flex flex-wrap gap-x-3 text-quiet text-sm">
                {named && <span>{line.asker.name}</span>}
                <span>{pair(line.subject_name, line.subject_name_en)}</span>
                <Owner line={line} />
                <Moment at={line.last_at} />
            </p>
        </li>
    );
}

/** Whose turn it is, as the one who asked reads it. */
function waitingFor(line: Line) {
    if (line.status === "waiting_for_asker") return line.is_mine ? "me" : "asker";
    return line.answered ? "next" : "answer";
}
