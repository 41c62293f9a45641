import * as v from "valibot";
import { server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { askListsAgain, askTopicAgain, type Reply, type Topic, topicQuestion } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: Topic;
    reply?: Reply;
    change: "hide" | "show" | "close" | "open";
    mine: boolean;
    onClose: () => void;
}

/** Hiding and closing say why; the way back is the same dialog. */
export function StateDialog({ topic, reply, change, mine, onClose }: Props) {
    const m = useWords(words);
    const why_needed = change === "hide" && !mine;
    const hidden = change === "hide" || (change !== "show" && topic.hidden);
    const form = useForm({
        initial: { why: "" },
        check: v.object({ why: v.pipe(v.string(), v.trim(), v.minLength(why_needed ? 1 : 0), v.maxLength(300)) }),
        save: async ({ why }) => {
            if (reply)
                await server.PUT("/replies/{id}/state", {
                    params: { path: { id: reply.id } },
                    body: { hidden: change === "hide", why },
                });
            else
                await server.PUT("/topics/{id}/state", {
                    ...topicQuestion(topic.id),
                    body: { hidden, closed: change === "close" || (change !== "open" && topic.closed), why },
                });
            await Promise.all([askTopicAgain(topic.id), askListsAgain()]);
            toast(m.state[change].done);
            onClose();
        },
    });
    const title = change === "hide" && mine ? m.withdraw : m.state[change].title;
    return (
        <Dialog open onClose={onClose} title={title}>
            <Form form={form} submit={title} onCancel={onClose} danger={change === "hide"}>
                <p>{m.state[change].lead}</p>
                {change === "hide" && (
                    <TextField label={m.why} hint={m.why_hint} required={why_needed} lines={2} {...form.field("why")} />
                )}
            </Form>
        </Dialog>
    );
}
