import * as v from "valibot";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

export function ReissueDialog({ certification, onClose }: { certification: number; onClose: () => void }) {
    const m = useWords(words);
    const [, setFilters] = useFilters(["version"]);
    const form = useForm({
        initial: { reason: "" },
        check: v.object({ reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)) }),
        save: async (body) => {
            await server.POST("/certifications/{id}/certificate", { params: { path: { id: certification } }, body });
            await queries.invalidateQueries();
            setFilters({ version: "" });
            toast(m.reissued);
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.reissue_title}>
            <p className="mb-4 text-quiet">{m.reissue_lead}</p>
            <Form form={form} submit={m.reissue} onCancel={onClose}>
                <TextField required label={m.reissue_reason} hint={m.reissue_hint} {...form.field("reason")} />
            </Form>
        </Dialog>
    );
}
