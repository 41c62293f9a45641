import { useWords } from "../../i18n/words.ts";
import { EditTopic } from "./EditTopic.tsx";
import { Post } from "./Post.tsx";
import { PostMenu } from "./PostMenu.tsx";
import { ReactionRow } from "./ReactionRow.tsx";
import type { Topic } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: Topic;
    editing: boolean;
    setEditing: (editing: boolean) => void;
}

/** What was asked or told at the beginning. */
export function Question({ topic, editing, setEditing }: Props) {
    const m = useWords(words);
    if (editing) return <EditTopic topic={topic} onDone={() => setEditing(false)} />;
    return (
        <Post
            post={topic}
            label={m.question_by(topic.author.name)}
            menu={<PostMenu topic={topic} onEdit={() => setEditing(true)} />}
            id="question"
        >
            <ReactionRow topic={topic.id} reactions={topic.reactions} />
        </Post>
    );
}
