import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { QuestionForm } from "./QuestionForm.tsx";
import { QuestionText } from "./QuestionText.tsx";

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
