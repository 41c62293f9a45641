import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Differences } from "./Differences.tsx";
import { Effect } from "./Effect.tsx";
import { Enact } from "./Enact.tsx";
import { words } from "./words.ts";

/** Before a draft is put in force: what changes in the plan, what it does to people, and the day. */
export function ReviewPage() {
    const m = useWords(words);
    const { version } = useParams({ strict: false }) as { version: string };
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const id = Number(version);
    const query = api.useQuery("get", "/plan/versions/{version}", { params: { path: { version: id } } });
    return (
        <Ask query={query}>
            {(document) => (
                <>
                    <PageHead
                        title={m.review_title}
                        path={[
                            { label: m.plan, to: "/plan" },
                            { label: m.versions, to: "/plan/versions" },
                            { label: document.version.title, to: `/plan/versions/${id}` },
                        ]}
                    >
                        {m.review_lead(document.version.title)}
                    </PageHead>
                    <Tabs
                        label={m.review_title}
                        selected={tab || "diff"}
                        onSelect={(next) => setFilters({ tab: next === "diff" ? "" : next })}
                        tabs={[
                            { id: "diff", label: m.tab_diff, content: <Differences version={id} /> },
                            { id: "effect", label: m.tab_effect, content: <Effect version={id} /> },
                            { id: "enact", label: m.tab_enact, content: <Enact document={document} /> },
                        ]}
                    />
                </>
            )}
        </Ask>
    );
}
