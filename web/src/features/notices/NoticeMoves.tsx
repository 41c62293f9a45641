import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { ReasonDialog } from "../training/ReasonDialog.tsx";
import type { Notice } from "./notices.ts";
import { words } from "./words.ts";

/** A draft is published or deleted, what is published can be taken back. */
export function NoticeMoves({ notice, audience }: { notice: Notice; audience: string }) {
    const m = useWords(words);
    const [asking, setAsking] = useState<"publish" | "discard" | "take_back" | null>(null);
    const close = () => setAsking(null);
    const path = { params: { path: { id: notice.line.id } } };
    const { revision } = notice;
    return (
        <>
            {notice.line.status === "draft" ? (
                <>
                    <Button size="small" look="primary" onPress={() => setAsking("publish")}>
                        {m.publish}
                    </Button>
                    <Button size="small" look="quiet" onPress={() => setAsking("discard")}>
                        {m.discard}
                    </Button>
                </>
            ) : (
                <Button size="small" look="quiet" onPress={() => setAsking("take_back")}>
                    {m.take_back}
                </Button>
            )}
            {asking === "publish" && <PublishDialog notice={notice} audience={audience} onClose={close} />}
            {asking === "discard" && <DiscardDialog id={notice.line.id} onClose={close} />}
            {asking === "take_back" && (
                <ReasonDialog
                    title={m.take_back_title}
                    label={m.reason}
                    submit={m.take_back}
                    danger
                    save={async (reason) => {
                        await server.POST("/notices/{id}/taking-back", { ...path, body: { revision, reason } });
                        toast(m.took_back);
                        await queries.invalidateQueries();
                    }}
                    onClose={close}
                >
                    {m.take_back_hint}
                </ReasonDialog>
            )}
        </>
    );
}

function PublishDialog({ notice, audience, onClose }: { notice: Notice; audience: string; onClose: () => void }) {
    const m = useWords(words);
    const act = async () => {
        const path = { params: { path: { id: notice.line.id } } };
        await server.POST("/notices/{id}/publish", { ...path, body: { revision: notice.revision } });
        toast(m.published);
        onClose();
        await queries.invalidateQueries();
    };
    return (
        <Sure title={m.publish_title} submit={m.publish} act={act} onClose={onClose}>
            <p className="font-bold">{notice.line.title}</p>
            <p>{m.publish_hint(audience)}</p>
        </Sure>
    );
}

function DiscardDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const act = async () => {
        await server.DELETE("/notices/{id}", { params: { path: { id } } });
        toast(m.discarded);
        await navigate({ to: "/notices", search: { tab: "kept" } as never });
        void queries.invalidateQueries({ queryKey: ["get", "/notices/kept"] });
    };
    return (
        <Sure danger title={m.discard_title} submit={m.discard} act={act} onClose={onClose}>
            {m.discard_hint}
        </Sure>
    );
}
