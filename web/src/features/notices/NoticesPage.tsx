import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { KeptNotices } from "./KeptNotices.tsx";
import { NoticeItem } from "./NoticeItem.tsx";
import { all_kinds, type NoticeKind } from "./notices.ts";
import { terms } from "./terms.ts";
import { words } from "./words.ts";

/** お知らせ: mine, unread first; for who publishes also what was written and who has read it. */
export function NoticesPage() {
    const m = useWords(words);
    const publishes = useMay("publish_notices");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const unread = api.useQuery("get", "/notices", { params: { query: {} } }).data?.unread;
    return (
        <>
            <HirobaTabs />
            <PageHead
                title={m.title}
                action={
                    publishes && (
                        <LinkButton to="/notices/new" look="primary">
                            {m.write}
                        </LinkButton>
                    )
                }
            >
                {unread !== undefined && <span role="status">{m.lead(unread)}</span>}{" "}
                <Link to="/newsletters" className="link">
                    {m.to_newsletters}
                </Link>
            </PageHead>
            {publishes ? (
                <Tabs
                    label={m.tabs}
                    selected={tab || "mine"}
                    onSelect={(id) => setFilters({ tab: id === "mine" ? "" : id })}
                    tabs={[
                        { id: "mine", label: m.tab.mine, content: <Mine /> },
                        { id: "kept", label: m.tab.kept, content: <KeptNotices /> },
                    ]}
                />
            ) : (
                <Mine />
            )}
        </>
    );
}

function Mine() {
    const m = useWords(words);
    const t = useWords(terms);
    const [{ q, kind, which }] = useFilters(["q", "kind", "which"]);
    const query = api.useQuery(
        "get",
        "/notices",
        {
            params: {
                query: {
                    q: q.trim() || undefined,
                    kind: (kind || undefined) as NoticeKind | undefined,
                    unread: which === "unread" || undefined,
                    past: which === "past" || undefined,
                },
            },
        },
        { placeholderData: (before: unknown) => before as never },
    );
    return (
        <div className="max-w-4xl">
            <FilterBar
                filters={[
                    { name: "q", label: m.q },
                    { name: "kind", label: m.kind, options: all_kinds.map((value) => ({ value, label: t.kind[value] })) },
                    {
                        name: "which",
                        label: m.which,
                        options: (["unread", "past"] as const).map((value) => ({ value, label: m.which_of[value] })),
                    },
                ]}
            />
            <Ask query={query}>
                {({ notices }) =>
                    notices.length === 0 ? (
                        <EmptyState title={m.none} icon="bell">
                            {m.none_hint}
                        </EmptyState>
                    ) : (
                        <ul>
                            {notices.map((line) => (
                                <NoticeItem key={line.id} line={line} />
                            ))}
                        </ul>
                    )
                }
            </Ask>
        </div>
    );
}
