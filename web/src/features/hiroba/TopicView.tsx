import { useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Accepted } from "./Accepted.tsx";
import { FollowButton } from "./FollowButton.tsx";
import { Onward } from "./Onward.tsx";
import { Question } from "./Question.tsx";
import { Replies } from "./Replies.tsx";
import { ReplyBox } from "./ReplyBox.tsx";
import { Tags } from "./Tags.tsx";
import { TopicState } from "./TopicState.tsx";
import { asks, type Topic } from "./topics.ts";
import { useLiveTopic } from "./useLiveTopic.ts";
import { words } from "./words.ts";

export function TopicView({ topic }: { topic: Topic }) {
    const m = useWords(words);
    const pair = usePair();
    const live = useLiveTopic(topic);
    const [editing, setEditing] = useState(false);
    return (
        <>
            <PageHead
                title={topic.title}
                path={[
                    { label: m.title, to: "/hiroba" },
                    {
                        label: pair(topic.channel_name, topic.channel_name_en),
                        to: "/hiroba",
                        search: { channel: String(topic.channel) },
                    },
                ]}
                aside={
                    <span className="flex flex-wrap gap-2">
                        <TopicState
                            accepted={topic.accepted !== null}
                            unanswered={topic.first_answer_at === null && asks(topic.kind)}
                        />
                        {topic.closed && <Badge>{m.closed}</Badge>}
                        {topic.group_name && <Badge tone="info">{m.closed_group(topic.group_name)}</Badge>}
                    </span>
                }
                action={
                    <>
                        <Onward topic={topic} />
                        <FollowButton topic={topic} />
                    </>
                }
            >
                <span className="flex flex-wrap gap-x-3">
                    <Tags tags={topic.tags} />
                </span>
            </PageHead>
            <div className="max-w-[52rem]">
                {topic.hidden && (
                    <div className="mb-4">
                        <Notice tone="warn" title={m.topic_hidden}>
                            {topic.hidden_why}
                        </Notice>
                    </div>
                )}
                <Question topic={topic} editing={editing} setEditing={setEditing} />
                <Accepted topic={topic} />
                <div className="mt-8">
                    <Replies topic={topic} live={live} />
                </div>
                <div className="no-print">
                    {topic.may_reply ? (
                        <ReplyBox topic={topic} onPosted={live.showAll} fetchNew={live.fetchNew} />
                    ) : (
                        <p className="text-quiet">{topic.closed ? m.closed_hint : m.no_reply_here}</p>
                    )}
                </div>
            </div>
        </>
    );
}
