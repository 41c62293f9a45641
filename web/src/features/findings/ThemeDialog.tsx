import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./text_words.ts";

interface Props {
    wave: number;
    question: string;
    onClose: () => void;
}

const check = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)), issue: v.string() });

export function ThemeDialog({ wave, question, onClose }: Props) {
    const m = useWords(words);
    const issues = api.useQuery("get", "/plan").data?.plan?.issues ?? [];
    const form = useForm({
        initial: { name: "", issue: "" },
        check,
        save: async ({ name, issue }) => {
            await server.POST("/survey-waves/{id}/themes", {
                params: { path: { id: wave } },
                body: { question, name: name.trim(), issue },
            });
            await queries.invalidateQueries({ queryKey: ["get", "/survey-waves/{id}/texts"] });
            onClose();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.add_theme}>
            <Form form={form} submit={m.add_theme} onCancel={onClose}>
                <TextField required label={m.theme_name} maxLength={60} autoComplete="off" {...form.field("name")} />
                {issues.length > 0 && (
                    <Select
                        label={m.issue}
                        empty={m.no_issue}
                        options={issues.map(({ code, name }) => ({ value: code, label: name }))}
                        {...form.field("issue")}
                    />
                )}
            </Form>
        </Dialog>
    );
}
