import { useState } from "react";
import { server } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { askListsAgain, askTopicAgain, type Reply, type Topic, topicQuestion } from "./topics.ts";
import { words } from "./words.ts";

/** Who asked says what solved it; it can be taken back. */
export function AcceptButton({ topic, reply }: { topic: Topic; reply: Reply }) {
    const m = useWords(words);
    const pair = usePair();
    const [pending, setPending] = useState(false);
    const accept = async (id: number | null) => {
        setPending(true);
        try {
            await server.PUT("/topics/{id}/accepted", { ...topicQuestion(topic.id), body: { reply: id } });
            await askTopicAgain(topic.id);
            void askListsAgain();
            const before = topic.accepted;
            toast(id === null ? m.not_solved_done : m.solved_done, { undo: () => void accept(before) });
        } catch (error) {
            toast(saidOf(refusalOf(error), pair), { tone: "bad" });
        } finally {
            setPending(false);
        }
    };
    return (
        <Button
            size="small"
            icon={reply.accepted ? "close" : "check"}
            look={topic.accepted === null ? "secondary" : "quiet"}
            className="no-print mt-3"
            pending={pending}
            onPress={() => void accept(reply.accepted ? null : reply.id)}
        >
            {reply.accepted ? m.take_back : m.accept}
        </Button>
    );
}
