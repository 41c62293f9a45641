import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { Why } from "../../ui/Why.tsx";
import { terms } from "../skills/terms.ts";
import { words } from "./words.ts";

/** The level somebody holds, and what the next one still asks for: what is missing first. */
export function LevelPart({ level }: { level: Schema<"LevelStanding"> }) {
    const m = useWords(words);
    const pair = usePair();
    const { held, next } = level;
    return (
        <Section title={m.level}>
            <p>{held ? <strong>{pair(held.name, held.name_en)}</strong> : <span className="text-quiet">{m.level_none}</span>}</p>
            {next && <Next next={next} />}
        </Section>
    );
}

function Next({ next }: { next: NonNullable<Schema<"LevelStanding">["next"]> }) {
    const m = useWords(words);
    const t = useWords(terms);
    const pair = usePair();
    const { date } = useAsOf();
    const name = pair(next.name, next.name_en);
    const open = next.needs.filter(({ done }) => !done);
    const needs = [...open, ...next.needs.filter(({ done }) => done)];
    return (
        <>
            <p className="mt-2 text-table">
                {open.length === 0 ? m.level_ready(name) : m.level_missing(name, open.length)}{" "}
                {next.confidence !== "certain" && <Badge tone="warn">{t.to_confirm}</Badge>}{" "}
                <Why
                    about={name}
                    rule={next.purpose}
                    clause={next.clause}
                    on={date}
                    more={next.note ? [[m.note, next.note]] : []}
                />
            </p>
            <ul className="mt-1 text-table">
                {needs.map((need) => (
                    <li key={`${need.kind} ${need.code}`} className="flex gap-2 py-0.5">
                        {need.done ? (
                            <Icon name="check" size={18} className="mt-1 text-good" />
                        ) : (
                            <span className="w-[18px]">・</span>
                        )}
                        <span className={need.done ? "text-quiet" : undefined}>
                            {need.kind === "level" ? m.level_need(pair(need.name, need.name_en)) : pair(need.name, need.name_en)}
                            <span className="sr-only">{need.done ? m.level_done : m.level_open}</span>
                        </span>
                    </li>
                ))}
            </ul>
        </>
    );
}
