import { useNavigate } from "@tanstack/react-router";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./meeting_words.ts";

export function DropMeeting({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const form = useForm({
        initial: {},
        save: async () => {
            await server.DELETE("/meetings/{meeting}", { params: { path: { meeting: id } } });
            toast(m.dropped);
            await navigate({ to: "/improvement/meetings" });
            void queries.invalidateQueries({ queryKey: ["get", "/meetings"] });
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.drop_title}>
            <Form form={form} submit={m.drop} danger onCancel={onClose}>
                <p>{m.drop_hint}</p>
            </Form>
        </Dialog>
    );
}
