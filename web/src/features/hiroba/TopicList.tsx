import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { TopicItem } from "./TopicItem.tsx";
import type { View } from "./topics.ts";
import { words } from "./words.ts";

interface Props {
    view: View;
    channel?: number;
    tag: string;
}

export function TopicList({ view, channel, tag }: Props) {
    const m = useWords(words);
    const list = api.useInfiniteQuery(
        "get",
        "/topics",
        { params: { query: { view, channel, tag: tag || undefined } } },
        {
            pageParamName: "before",
            initialPageParam: null as string | null,
            getNextPageParam: ({ next }) => next,
        },
    );
    if (!list.data) return list.error ? <Failure error={list.error} onRetry={() => list.refetch()} /> : <Loading lines={8} />;
    const topics = list.data.pages.flatMap((page) => page.topics);
    if (topics.length === 0) return <Nothing view={view} narrowed={channel !== undefined || tag !== ""} />;
    return (
        <>
            <ul className="border-line border-t">
                {topics.map((topic) => (
                    <TopicItem key={topic.id} topic={topic} />
                ))}
            </ul>
            {list.hasNextPage && (
                <Button className="mt-4" pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                    {m.more}
                </Button>
            )}
        </>
    );
}

/** What the list is for, and what to do next. */
function Nothing({ view, narrowed }: { view: View; narrowed: boolean }) {
    const m = useWords(words);
    const quiet = view === "all" && narrowed ? m.none_here : m.none[view];
    return (
        <EmptyState
            icon="talk"
            title={quiet.title}
            action={
                (view === "all" || view === "mine") && (
                    <LinkButton to="/hiroba/new" look="primary">
                        {m.write}
                    </LinkButton>
                )
            }
        >
            {quiet.hint}
        </EmptyState>
    );
}
