import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { downloadUrl, queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { SaveBar } from "../../ui/SaveBar.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { useDocument } from "../../ui/useDocument.ts";
import { IssueItems } from "./IssueItems.tsx";
import { bodyOf, type IssueDraft, type Newsletter, saidOf, savedOf, takeIn } from "./issue.ts";
import { words } from "./news_words.ts";
import { Proposals } from "./Proposals.tsx";
import { terms } from "./terms.ts";

const path = (id: number) => ({ params: { path: { id } } });

/** The editor: what is new at the left, the issue at the right. */
export function IssueEditor({ issue }: { issue: Newsletter }) {
    const m = useWords(words);
    const t = useWords(terms);
    const { id } = issue.line;
    const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
    const [revision, setRevision] = useState(issue.revision);
    const hear = (now: Newsletter) => {
        queries.setQueryData(["get", "/newsletters/{id}", path(id)], now);
        setRevision(now.revision);
        return savedOf(now);
    };
    const draft = useDocument<IssueDraft>({
        name: `newsletter.${id}`,
        saved: savedOf(issue),
        put: async (work) => {
            const { data } = await server.PUT("/newsletters/{id}", { ...path(id), body: bodyOf(work.values, work.revision) });
            if (!data) throw new Error("nothing was answered");
            return hear(data);
        },
        get: async () => {
            const { data } = await server.GET("/newsletters/{id}", path(id));
            if (!data) throw new Error("nothing was answered");
            return savedOf(data);
        },
    });
    const { values } = draft;
    const save = async () => {
        if (!(await draft.save())) return;
        toast(m.saved);
        void queries.invalidateQueries({ queryKey: ["get", "/newsletters"], exact: false, refetchType: "none" });
    };
    const publish = async () => {
        if (!draft.dirty || (await draft.save())) setAsking("publish");
    };
    return (
        <>
            <PageHead
                title={m.editing(values.title)}
                path={[{ label: m.title, to: "/newsletters" }]}
                aside={<Badge tone="warn">{t.issue.draft}</Badge>}
                action={
                    <>
                        <Button look="quiet" onPress={() => setAsking("discard")}>
                            {m.discard}
                        </Button>
                        <a href={downloadUrl(`/newsletters/${id}/pdf`)} className={buttonLook("secondary")}>
                            {m.preview}
                        </a>
                        <Button
                            look="primary"
                            disabled={values.title.trim() === "" || values.items.length === 0}
                            onPress={() => void publish()}
                        >
                            {m.publish}
                        </Button>
                    </>
                }
            >
                {m.edit_lead}
            </PageHead>
            <div className="mb-6 grid max-w-4xl grid-cols-1 gap-4">
                {draft.restored && (
                    <p className="flex flex-wrap items-center gap-x-4 text-quiet text-sm">
                        {m.restored}
                        <Button look="quiet" size="small" onPress={draft.letGo}>
                            {m.let_go}
                        </Button>
                    </p>
                )}
                {draft.refusal && <Failure error={draft.refusal} small />}
                {draft.theirs && (
                    <Conflict
                        base={draft.base}
                        mine={values}
                        theirs={draft.theirs.values}
                        fields={m.fields}
                        said={saidOf}
                        onChoose={draft.choose}
                    />
                )}
            </div>
            <div className="grid grid-cols-1 items-start gap-8 desk:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
                <Proposals
                    draft={values}
                    onPeriod={draft.set}
                    onTake={(items) => draft.change((now) => ({ ...now, items: items.reduce(takeIn, now.items) }))}
                />
                <IssueItems draft={values} onChange={draft.set} />
            </div>
            <SaveBar dirty={draft.dirty} saving={draft.saving} onSave={() => void save()} />
            {asking === "publish" && <PublishDialog id={id} revision={revision} onClose={() => setAsking(null)} />}
            {asking === "discard" && <DiscardDialog id={id} onClose={() => setAsking(null)} />}
        </>
    );
}

function PublishDialog({ id, revision, onClose }: { id: number; revision: number; onClose: () => void }) {
    const m = useWords(words);
    const act = async () => {
        const { data } = await server.POST("/newsletters/{id}/publish", { ...path(id), body: { revision } });
        toast(m.published(data?.line.number ?? 0));
        onClose();
        if (data) queries.setQueryData(["get", "/newsletters/{id}", path(id)], data);
        await queries.invalidateQueries();
    };
    return (
        <Sure title={m.publish_title} submit={m.publish} act={act} onClose={onClose}>
            {m.publish_hint}
        </Sure>
    );
}

function DiscardDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/newsletters/{id}", path(id));
        toast(m.discarded);
        await navigate({ to: "/newsletters" });
        void queries.invalidateQueries({ queryKey: ["get", "/newsletters"] });
    };
    return (
        <Sure danger title={m.discard_title} submit={m.discard} act={act} onClose={onClose}>
            {m.discard_hint}
        </Sure>
    );
}
