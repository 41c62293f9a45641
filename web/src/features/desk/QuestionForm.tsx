import { useWords } from "../../i18n/words.ts";
import { Form } from "../../ui/Form.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { QuestionFields } from "./AskForm.tsx";
import { askOf, type QuestionValues, questionCheck, questionOf } from "./asking.ts";
import { words } from "./consultation_words.ts";
import type { Consultation } from "./desk.ts";
import { Overtaken, withoutMeanwhile } from "./Overtaken.tsx";
import { QuestionText } from "./QuestionText.tsx";
import { useRevision } from "./useRevision.ts";
import { desk } from "./writing.ts";

/** The question, put better by whoever asked. */
export function QuestionForm({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
    const m = useWords(words);
    const overtaking = useRevision(consultation.revision);
    const form = useForm<QuestionValues>({
        initial: askOf(consultation),
        check: questionCheck,
        draft: `desk.question.${consultation.id}`,
        save: async (values) => {
            await overtaking.save((revision) => desk.change(consultation.id, { ...questionOf(values), revision }));
            toast(m.question_saved);
            onClose();
        },
    });
    return (
        <Form form={withoutMeanwhile(form)} submit={m.save} onCancel={onClose}>
            <Overtaken overtaking={overtaking} onGiveUp={form.discard}>
                <p className="font-bold">{consultation.title}</p>
                <QuestionText consultation={consultation} />
            </Overtaken>
            <QuestionFields form={form} />
        </Form>
    );
}
