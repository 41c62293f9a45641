import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { draftQuestion, type Written } from "./drafts.ts";
import { HirobaTabs } from "./HirobaTabs.tsx";
import { NewTopicForm } from "./NewTopicForm.tsx";
import { RulesLink } from "./RulesLink.tsx";
import { words } from "./words.ts";

/** Asking and telling. What was begun earlier, here or on another device, is in the form. */
export function NewTopicPage() {
    const m = useWords(words);
    const [{ channel }] = useFilters(["channel"]);
    const draft = api.useQuery("get", "/hiroba/drafts/{place}", draftQuestion("new"), {
        staleTime: Number.POSITIVE_INFINITY,
        meta: { frozen: true },
    });
    const wanted = Number(channel) || null;
    return (
        <>
            <HirobaTabs />
            <PageHead title={m.write} path={[{ label: m.title, to: "/hiroba" }]}>
                {m.write_lead}
            </PageHead>
            <RulesLink />
            <div className="max-w-3xl">
                <Ask query={draft} lines={8}>
                    {({ content, files }) => {
                        const empty: Written = { channel: wanted, title: "", text: "", tags: [], files: [] };
                        const begun = content ? { ...content, channel: content.channel ?? wanted, files } : empty;
                        return <NewTopicForm begun={begun} restored={content !== null && content.title + content.text !== ""} />;
                    }}
                </Ask>
            </div>
        </>
    );
}
