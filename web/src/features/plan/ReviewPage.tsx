import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
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
            {(document) => {
                const open = document.version.status === "draft";
                return (
                    <>
                        <PageHead
                            title={m.review_title}
                            path={[
                                { label: m.plan, to: "/plan" },
                                { label: m.versions, to: "/plan/versions" },
                                { label: document.version.title, to: `/plan/versions/${id}` },
                            ]}
                        >
                            {open && m.review_lead(document.version.title)}
                        </PageHead>
                        {!open ? (
                            <EmptyState
                                title={m.review_closed}
                                icon="check"
                                action={<LinkButton to={`/plan/versions/${id}` as "."}>{m.open_version}</LinkButton>}
                            >
                                {m.review_closed_hint}
                            </EmptyState>
                        ) : (
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
                        )}
                    </>
                );
            }}
        </Ask>
    );
}
