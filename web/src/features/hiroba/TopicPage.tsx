import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { Ask } from "../../ui/Ask.tsx";
import { HirobaTabs } from "./HirobaTabs.tsx";
import { TopicView } from "./TopicView.tsx";
import { topicQuestion } from "./topics.ts";

/** One topic: what is asked, what solved it, and everything that was said. */
export function TopicPage() {
    const { topic } = useParams({ strict: false }) as { topic: string };
    const query = api.useQuery("get", "/topics/{id}", topicQuestion(Number(topic)), { staleTime: 0 });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(data) => <TopicView key={data.id} topic={data} />}
            </Ask>
        </>
    );
}
