import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import type { Schema } from "../../api/types.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { words } from "./publish_words.ts";

type Publication = Schema<"ConsultationPublication">;

/** From a finished consultation to a public question and answer: what goes out and what stays, side by side, before it does. */
export function PublishPage() {
    const { consultation } = useParams({ strict: false });
    const id = Number(consultation);
    const query = api.useQuery("get", "/consultations/{id}/publication", { params: { path: { id } } });
    const not_yet = query.error !== null && refusalOf(query.error).code === "wrong_status";
    return (
        <>
            <HirobaTabs />
            {not_yet ? <NotYet id={id} /> : <Ask query={query}>{(found) => <Found id={id} publication={found} />}</Ask>}
        </>
    );
}

function NotYet({ id }: { id: number }) {
    const m = useWords(words);
    return (
        <EmptyState title={m.not_yet} icon="info" action={<LinkButton to={`/desk/${id}` as "."}>{m.back}</LinkButton>}>
            {m.not_yet_hint}
        </EmptyState>
    );
}

function Found({ id, publication }: { id: number; publication: Publication }) {
    const m = useWords(words);
    const { topic, consented, may_publish } = publication;
    return (
        <>
            <PageHead
                title={m.title}
                path={[
                    { label: m.home, to: "/desk" },
                    { label: m.consultation, to: `/desk/${id}` },
                ]}
            >
                {m.lead}
            </PageHead>
            <div className="mb-6 max-w-3xl">
                {topic !== null ? (
                    <Notice
                        tone="good"
                        title={m.already}
                        action={<LinkButton to={`/hiroba/topics/${topic}` as "."}>{m.to_topic}</LinkButton>}
                    />
                ) : consented ? (
                    <Notice tone="good">{m.consented}</Notice>
                ) : (
                    <Notice tone="warn" title={m.no_consent}>
                        {may_publish ? m.no_consent_office : m.no_consent_hint}
                    </Notice>
                )}
            </div>
            {topic === null && (
                <div className="grid items-start gap-8 desk:grid-cols-2">
                    <PublishForm id={id} publication={publication} />
                    <LeftOut lines={publication.left_out} />
                </div>
            )}
        </>
    );
}
