import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { Writing } from "../../ui/Writing.tsx";
import type { Meeting } from "./agenda.ts";
import { words } from "./meeting_words.ts";

interface Props {
    meeting: Meeting;
    onNoted?: (meeting: Meeting) => void;
    /** While the agenda is not saved. */
    disabled?: boolean;
}

/** What came of it, from the day on. */
export function MeetingResult({ meeting, onNoted, disabled }: Props) {
    const m = useWords(words);
    const { today } = useMe();
    const [writing, setWriting] = useState(false);
    const over = meeting.held_on <= today;
    if (!over) return null;
    return (
        <Section
            title={m.result}
            action={
                meeting.may_edit && (
                    <Button size="small" disabled={disabled} className="no-print" onPress={() => setWriting(true)}>
                        {meeting.result.text ? m.result_change : m.result_write}
                    </Button>
                )
            }
        >
            {meeting.result.pieces.length > 0 ? (
                <Rich pieces={meeting.result.pieces} />
            ) : (
                <p className="text-quiet">{m.result_none}</p>
            )}
            {writing && <ResultDialog meeting={meeting} onNoted={onNoted} onClose={() => setWriting(false)} />}
        </Section>
    );
}

function ResultDialog({ meeting, onNoted, onClose }: Omit<Props, "disabled"> & { onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { text: meeting.result.text },
        draft: `meeting.result.${meeting.id}`,
        save: async ({ text }) => {
            const params = { path: { meeting: meeting.id } };
            const body = { text: text.trim(), revision: meeting.revision };
            const { data } = await server.PUT("/meetings/{meeting}/result", { params, body });
            toast(m.result_saved);
            onClose();
            if (data) {
                queries.setQueryData(["get", "/meetings/{meeting}", { params }], data);
                onNoted?.(data);
            }
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.result} wide>
            <Form form={form} submit={m.save} onCancel={onClose}>
                <Writing label={m.result} hint={m.result_hint} lines={8} {...form.field("text")} />
            </Form>
        </Dialog>
    );
}
