import { Link } from "@tanstack/react-router";
import { use } from "react";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { byMonth, isAhead, monthText, nameOf } from "./runs.ts";
import { terms } from "./terms.ts";
import { When } from "./When.tsx";
import { Where } from "./Where.tsx";
import { words } from "./words.ts";

type Session = Schema<"MySession">;

/** The coming session first, then the year's by month; those that are over stand back. */
export function MySessions({ sessions }: { sessions: readonly Session[] }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { today } = useMe();
    const next = sessions.filter((one) => isAhead(one, today)).toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))[0];
    return (
        <>
            {next && <Next session={next} />}
            <Section title={m.sessions}>
                {sessions.length === 0 && <p className="text-quiet">{m.no_sessions}</p>}
                {byMonth(sessions).map(([month, those]) => (
                    <div key={month} className="grid gap-x-6 border-line border-t py-2 sm:grid-cols-[9rem_1fr]">
                        <h3 className="py-1 font-bold">{monthText(month, language)}</h3>
                        <ul>
                            {those.map((one) => (
                                <li
                                    key={`${one.run} ${one.starts_at}`}
                                    className={isAhead(one, today) ? "py-1" : "py-1 text-quiet"}
                                >
                                    <When session={one} /> <Name session={one} />
                                    <span className="ml-3 text-quiet text-sm">
                                        <Where session={one} />
                                    </span>
                                </li>
                            ))}
                        </ul>
                    </div>
                ))}
            </Section>
        </>
    );
}

function Next({ session }: { session: Session }) {
    const m = useWords(words);
    const t = useWords(terms);
    return (
        <section aria-label={m.next} className="mb-8 rounded-8 border-2 border-primary px-4 py-3">
            <p className="text-quiet text-sm">{m.next}</p>
            <p className="font-bold text-std-18B-160">
                <When session={session} />
            </p>
            <p>
                <Name session={session} />
            </p>
            <p className="text-table">
                <Where session={session} />
            </p>
            <p className="text-quiet text-sm">{t.reach[session.reachable_from]}</p>
        </section>
    );
}

function Name({ session }: { session: Session }) {
    const pair = usePair();
    return (
        <Link to="/training/runs/$run" params={{ run: String(session.run) }} className="link">
            {nameOf(session, pair)}
        </Link>
    );
}
