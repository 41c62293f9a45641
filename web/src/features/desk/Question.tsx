import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { Files } from "./Files.tsx";
import { QuestionForm } from "./QuestionForm.tsx";

/** What was asked; whoever asked may put it better while it goes on. */
export function Question({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    const [editing, setEditing] = useState(false);
    return (
        <Section
            title={m.question}
            action={
                consultation.may.change &&
                !editing && (
                    <Button look="quiet" size="small" icon="edit" onPress={() => setEditing(true)}>
                        {m.edit_question}
                    </Button>
                )
            }
        >
            {editing ? (
                <QuestionForm consultation={consultation} onClose={() => setEditing(false)} />
            ) : (
                <QuestionText consultation={consultation} />
            )}
        </Section>
    );
}

export function QuestionText({ consultation }: { consultation: Consultation }) {
    const m = useWords(words);
    return (
        <div className="max-w-[48rem]">
            <h3 className="mb-1 text-std-16B-170">{m.trouble}</h3>
            <Rich pieces={consultation.trouble_pieces} />
            {consultation.wanted_pieces.length > 0 && (
                <>
                    <h3 className="mt-4 mb-1 text-std-16B-170">{m.wanted}</h3>
                    <Rich pieces={consultation.wanted_pieces} />
                </>
            )}
            <Files files={consultation.files} />
        </div>
    );
}
