import { type KeyboardEvent, use, useRef, useState } from "react";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { moveBy } from "../skills/map.ts";
import { words } from "./office_words.ts";
import { cellOf, type Marked, markBy, type Sheet } from "./roll.ts";
import { type Enrolment, shortDay } from "./runs.ts";
import { terms } from "./terms.ts";

interface Props {
    sessions: readonly Schema<"RunSession">[];
    people: readonly Enrolment[];
    sheet: Sheet;
    /** Only what has begun can be marked. */
    open: (session: number) => boolean;
    onMark: (staff: number, session: number, marked: Marked) => void;
    onRest: (session: number) => void;
}

const looks = { present: "text-good", late: "bg-warn-wash text-warn", absent: "bg-bad-wash text-bad" };

/** One cell is in the tab order; arrows move, 1 2 3 or Space mark, a mark by number goes on to the next person. */
export function AttendanceGrid({ sessions, people, sheet, open, onMark, onRest }: Props) {
    const m = useWords(words);
    const t = useWords(terms);
    const { language } = use(LanguageContext);
    const box = useRef<HTMLElement>(null);
    const [at, setAt] = useState({ row: 0, column: 0 });

    const go = (next: { row: number; column: number }) => {
        setAt(next);
        box.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus();
    };
    const mark = (staff: number, session: number, key: string) => {
        const old = sheet[cellOf(staff, session)];
        const next = markBy(key, old?.mark);
        if (!next || !open(session)) return false;
        onMark(staff, session, { mark: next, reason: next === "present" ? "" : (old?.reason ?? "") });
        return true;
    };
    const press = (event: KeyboardEvent, row: number, column: number) => {
        const person = people[row];
        const session = sessions[column];
        if (event.ctrlKey || event.metaKey || event.altKey || !person || !session) return;
        const next = moveBy(event.key, false, { row, column }, people.length, sessions.length);
        if (next) {
            event.preventDefault();
            return go(next);
        }
        if (!mark(person.staff, session.id, event.key)) return;
        event.preventDefault();
        if (event.key !== " ") go({ row: Math.min(people.length - 1, row + 1), column });
    };

    return (
        <Scroll
            ref={box}
            label={m.attendance_caption}
            className="w-fit max-w-full overflow-auto rounded-8 border border-line max-h-[max(26rem,calc(100dvh-16rem))] print:max-h-none print:w-full print:overflow-visible print:border-0"
        >
            <table className="text-table print:w-full print:text-[10pt]">
                <caption className="sr-only">{m.attendance_caption}</caption>
                <thead>
                    <tr>
                        <th
                            scope="col"
                            className="sticky top-0 left-0 z-20 min-w-44 border-line-strong border-b bg-solid-gray-50 px-3 py-2 text-left max-sm:min-w-36"
                        >
                            {m.name}
                        </th>
                        {sessions.map((session) => (
                            <th
                                key={session.id}
                                scope="col"
                                className="sticky top-0 z-10 min-w-28 border-line-strong border-b border-l border-l-line bg-solid-gray-50 px-2 py-2 text-center font-normal"
                            >
                                {shortDay(session.starts_at, language)}
                                <span className="block text-quiet text-sm">{session.starts_at.slice(11)}</span>
                                {open(session.id) && (
                                    <Button
                                        look="quiet"
                                        size="small"
                                        className="no-print mt-1 px-1 text-sm"
                                        aria-label={m.rest_present_on(shortDay(session.starts_at, language))}
                                        onPress={() => onRest(session.id)}
                                    >
                                        {m.rest_present}
                                    </Button>
                                )}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {people.map((person, row) => (
                        <tr key={person.id}>
                            <th
                                scope="row"
                                className="sticky left-0 z-[5] border-line border-b bg-paper px-3 py-1 text-left font-normal"
                            >
                                {person.name}
                                <span className="block text-quiet text-sm">{person.unit_name}</span>
                            </th>
                            {sessions.map((session, column) => {
                                const marked = sheet[cellOf(person.staff, session.id)];
                                const said = marked ? t.mark[marked.mark] : t.no_mark;
                                return (
                                    <td
                                        key={session.id}
                                        className={classes("border-line border-b border-l p-0", marked && looks[marked.mark])}
                                    >
                                        <button
                                            type="button"
                                            data-place={`${row}-${column}`}
                                            tabIndex={at.row === row && at.column === column ? 0 : -1}
                                            aria-disabled={!open(session.id)}
                                            aria-label={m.cell(person.name, shortDay(session.starts_at, language), said)}
                                            onFocus={() => setAt({ row, column })}
                                            onKeyDown={(event) => press(event, row, column)}
                                            onClick={() => mark(person.staff, session.id, " ")}
                                            className={classes(
                                                "flex min-h-11 w-full items-center justify-center gap-1 px-2 focus-visible:-outline-offset-4",
                                                open(session.id)
                                                    ? "cursor-pointer hover:bg-primary-wash"
                                                    : "cursor-default bg-wash",
                                            )}
                                        >
                                            {marked && (
                                                <>
                                                    <span aria-hidden="true">{t.sign[marked.mark]}</span>
                                                    {said}
                                                </>
                                            )}
                                        </button>
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
        </Scroll>
    );
}
