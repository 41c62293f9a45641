import { Link } from "@tanstack/react-router";
import { usePair, useWords } from "../../i18n/words.ts";
import { Moment } from "../../ui/Day.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Tags } from "./Tags.tsx";
import { TopicState } from "./TopicState.tsx";
import { asks, type TopicLine } from "./topics.ts";
import { words } from "./words.ts";

export function TopicItem({ topic }: { topic: TopicLine }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <li className="border-line border-b py-3">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link
                    to={`/hiroba/topics/${topic.id}` as "."}
                    search={{} as never}
                    className="typed link min-w-0 font-bold visited:text-primary"
                >
                    {topic.unread && (
                        <>
                            <span
                                aria-hidden="true"
                                className="mr-1.5 inline-block size-2 rounded-full bg-primary align-middle"
                            />
                            <span className="sr-only">{m.new_here}</span>
                        </>
                    )}
                    <bdi>{topic.title}</bdi>
                </Link>
                <TopicState accepted={topic.accepted} unanswered={!topic.answered && asks(topic.kind)} />
            </div>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-quiet text-sm">
                <span>
                    <bdi>{pair(topic.channel_name, topic.channel_name_en)}</bdi>
                    {topic.closed_group && (
                        <>
                            <Icon name="lock" size={14} className="ml-0.5 align-text-bottom" />
                            <span className="sr-only">{m.group_only}</span>
                        </>
                    )}
                </span>
                <bdi>{topic.author.name}</bdi>
                <bdi>{topic.author.unit}</bdi>
                <Moment at={topic.last_at} />
                <span>{m.replies(topic.replies)}</span>
                <Tags tags={topic.tags} />
            </p>
        </li>
    );
}
