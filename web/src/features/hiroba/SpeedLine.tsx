import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Why } from "../../ui/Why.tsx";
import { useSpan } from "./useSpan.ts";
import { words } from "./words.ts";

/** 「疑問が即座に解決」 in figures: how long one waits for an answer, and how often it comes. */
export function SpeedLine({ speed }: { speed: Schema<"Speed"> }) {
    const m = useWords(words);
    const span = useSpan();
    if (speed.topics === 0) return m.lead_quiet;
    const { first_answer_minutes, accepted_minutes } = speed;
    return (
        <>
            {first_answer_minutes !== null && m.lead_first(span(first_answer_minutes))}
            {accepted_minutes !== null && m.lead_solved(span(accepted_minutes))}
            {m.lead_counts(speed.topics, speed.answered, speed.solved)} <Why about={m.speed} rule={m.speed_rule} />
        </>
    );
}
