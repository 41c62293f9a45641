import { useEffect, useEffectEvent, useRef } from "react";
import { useWords } from "../../i18n/words.ts";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import { words } from "./consultation_words.ts";
import { type Consultation, goesOn } from "./desk.ts";
import { Message } from "./Message.tsx";
import { Reply } from "./Reply.tsx";

/** What was written to and fro, the oldest first, and the box for the next. */
export function Exchange({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const { messages, may } = consultation;
    useArrivals(messages);
    const notes = messages.filter(({ is_private }) => is_private).length;
    return (
        <Section title={m.exchange} lead={notes > 0 && m.notes_among(notes)}>
            {messages.length > 0 ? (
                <ol className="mb-6 grid gap-3">
                    {messages.map((message) => (
                        <Message key={message.id} message={message} />
                    ))}
                </ol>
            ) : (
                <p className="mb-4 text-quiet">
                    {m.nothing_said} {goesOn(consultation) && !consultation.is_desk && m.soon(consultation.answer_days)}
                </p>
            )}
            {!goesOn(consultation) && (
                <p className="mb-4 text-quiet">
                    {m.closed} {may.reopen && m.closed_reopen}
                </p>
            )}
            {(may.write || may.note) && <Reply key={String(may.write)} consultation={consultation} />}
        </Section>
    );
}

/** Somebody may be writing below while a message of another comes in above: it is said. */
function useArrivals(messages: Consultation["messages"]) {
    const m = useWords(words);
    const newest = messages.at(-1);
    const known = useRef(newest?.id);
    const tell = useEffectEvent(() => {
        if (newest && !newest.may_change) toast(m.arrived(newest.by));
    });
    useEffect(() => {
        if (known.current === newest?.id) return;
        known.current = newest?.id;
        tell();
    }, [newest?.id]);
}
