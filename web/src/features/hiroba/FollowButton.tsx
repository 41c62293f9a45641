import { server } from "../../api/client.ts";
import { refusalOf, saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/toasts.ts";
import { changeTopic, type Topic, topicQuestion } from "./topics.ts";
import { words } from "./words.ts";

/** Who follows is told of new replies. */
export function FollowButton({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const pair = usePair();
    const follow = async (on: boolean) => {
        const set = (followed: boolean) => changeTopic(topic.id, (one) => ({ ...one, followed }));
        set(on);
        try {
            await server.PUT("/topics/{id}/follow", { ...topicQuestion(topic.id), body: { on } });
        } catch (error) {
            set(!on);
            toast(saidOf(refusalOf(error), pair), { tone: "bad" });
        }
    };
    return (
        <Button
            size="small"
            icon={topic.followed ? "check" : "bell"}
            aria-pressed={topic.followed}
            onPress={() => void follow(!topic.followed)}
        >
            {topic.followed ? m.followed : m.follow}
        </Button>
    );
}
