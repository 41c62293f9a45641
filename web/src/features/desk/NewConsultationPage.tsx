import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useSending } from "../../api/sending.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { AskForm } from "./AskForm.tsx";
import { type AskValues, askCheck, bodyOf, newAsk } from "./asking.ts";
import { words } from "./words.ts";
import { desk } from "./writing.ts";

type Page = Schema<"DeskPage">;
type Draft = Schema<"ConsultationDraft">;

/** Asking, on one screen; from a topic of the forum it begins with what was written there. */
export function NewConsultationPage() {
    const { topic } = useSearch({ strict: false }) as { topic?: string };
    const page = api.useQuery("get", "/desk");
    return (
        <>
            <HirobaTabs />
            <Ask query={page} lines={8}>
                {(found) => (topic ? <FromTopic page={found} topic={Number(topic)} /> : <Found page={found} draft={null} />)}
            </Ask>
        </>
    );
}

function FromTopic({ page, topic }: { page: Page; topic: number }) {
    const draft = api.useQuery("get", "/consultations/draft", { params: { query: { topic } } });
    return (
        <Ask query={draft} lines={8}>
            {(found) => <Found page={page} draft={found} />}
        </Ask>
    );
}

function Found({ page, draft }: { page: Page; draft: Draft | null }) {
    const m = useWords(words);
    if (!page.may_ask || page.subjects.length === 0)
        return (
            <EmptyState
                title={page.may_ask ? m.no_subjects : m.no_section}
                icon="people"
                action={<LinkButton to={"/desk" as "."}>{m.to_desk}</LinkButton>}
            >
                {page.may_ask ? m.no_subjects_hint : m.no_section_hint}
            </EmptyState>
        );
    return <Asking page={page} draft={draft} />;
}

function Asking({ page: { subjects }, draft }: { page: Page; draft: Draft | null }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const keyed = useSending();
    const { subject } = useSearch({ strict: false }) as { subject?: string };
    const form = useForm<AskValues>({
        initial: newAsk(draft, subjects.some(({ id }) => String(id) === subject) ? (subject ?? "") : ""),
        check: askCheck(m),
        draft: draft ? `desk.new.topic.${draft.topic}` : "desk.new",
        save: async (values) => {
            const { data } = await keyed(bodyOf(values, draft?.topic ?? null), desk.ask);
            toast(m.sent);
            await navigate({ to: `/desk/${data?.id}` as "." });
        },
    });
    return (
        <>
            <PageHead title={m.new_title} path={[{ label: m.title, to: "/desk" }]}>
                {m.new_lead}
            </PageHead>
            {draft && (
                <div className="mb-6 max-w-3xl">
                    <Notice title={m.from_topic}>
                        {m.from_topic_hint}{" "}
                        <Link to={`/hiroba/topics/${draft.topic}` as "."} className="link">
                            {draft.topic_title}
                        </Link>
                    </Notice>
                </div>
            )}
            <AskForm form={form} subjects={subjects} />
        </>
    );
}
