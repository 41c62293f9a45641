import { memo, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { AcceptButton } from "./AcceptButton.tsx";
import { EditReply } from "./EditReply.tsx";
import { Post } from "./Post.tsx";
import { PostMenu } from "./PostMenu.tsx";
import { ReactionRow } from "./ReactionRow.tsx";
import type { Reply, Topic } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    topic: Topic;
    reply: Reply;
}

function Item({ topic, reply }: Props) {
    const m = useWords(words);
    const [editing, setEditing] = useState(false);
    if (editing) return <EditReply topic={topic.id} reply={reply} onDone={() => setEditing(false)} />;
    return (
        <div data-reply={reply.accepted ? undefined : reply.id}>
            <Post
                post={reply}
                reply
                good={reply.accepted}
                id={`reply-${reply.id}`}
                label={m.reply_by(reply.author.name)}
                aside={reply.accepted && <Badge tone="good">{m.solved_it}</Badge>}
                menu={<PostMenu topic={topic} reply={reply} onEdit={() => setEditing(true)} />}
            >
                <div className="flex flex-wrap items-end justify-between gap-x-4">
                    <ReactionRow topic={topic.id} reply={reply.id} reactions={reply.reactions} />
                    {reply.may_accept && <AcceptButton topic={topic} reply={reply} />}
                </div>
            </Post>
        </div>
    );
}

// One reply more does not draw the other two hundred again.
export const ReplyItem = memo(
    Item,
    (before, after) =>
        before.reply === after.reply && before.topic.accepted === after.topic.accepted && before.topic.id === after.topic.id,
);
