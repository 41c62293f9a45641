import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useSending } from "../../api/sending.ts";
import { useMay, useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Conflict } from "../../ui/Conflict.tsx";
import { Forbidden } from "../../ui/Forbidden.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { useRevision } from "../../ui/useRevision.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { NoticeFields } from "./NoticeFields.tsx";
import { bodyOf, draftOf, emptyNotice, type Notice, type NoticeDraft, noticeCheck } from "./notices.ts";
import { words } from "./words.ts";

const page = (id: number) => ({ to: `/notices/${id}` as "." });

export function NewNoticePage() {
    const publishes = useMay("publish_notices");
    return publishes ? <New /> : <Forbidden />;
}

function New() {
    const m = useWords(words);
    const { today } = useMe();
    const navigate = useNavigate();
    const keyed = useSending();
    const form = useForm<NoticeDraft>({
        initial: emptyNotice(today),
        check: noticeCheck(m),
        draft: "notice.new",
        save: async (values) => {
            const { data } = await keyed(bodyOf(values), (body) => server.POST("/notices", { body }));
            toast(m.saved);
            await queries.invalidateQueries({ queryKey: ["get", "/notices/kept"] });
            if (data) await navigate(page(data.line.id));
        },
    });
    return (
        <>
            <HirobaTabs />
            <PageHead title={m.new_title} path={[{ label: m.all_notices, to: "/notices" }]}>
                {m.form_lead}
            </PageHead>
            <NoticeFields form={form} onCancel={() => void navigate({ to: "/notices" })} />
        </>
    );
}

export function EditNoticePage() {
    const publishes = useMay("publish_notices");
    const { notice: id } = useParams({ strict: false });
    const query = api.useQuery("get", "/notices/{id}", { params: { path: { id: Number(id) } } });
    if (!publishes) return <Forbidden />;
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(notice) => <Edit key={notice.line.id} notice={notice} />}
            </Ask>
        </>
    );
}

function Edit({ notice }: { notice: Notice }) {
    const m = useWords(words);
    const navigate = useNavigate();
    const [again, setAgain] = useState(false);
    const [first] = useState(notice);
    const path = { params: { path: { id: notice.line.id } } };
    const known = useRevision<NoticeDraft>({
        begun: { revision: first.revision, values: draftOf(first) },
        get: async () => {
            const { data } = await server.GET("/notices/{id}", path);
            if (!data) throw new Error("nothing was answered");
            return { revision: data.revision, values: draftOf(data) };
        },
    });
    const form = useForm<NoticeDraft>({
        initial: known.base,
        check: noticeCheck(m),
        draft: `notice.${notice.line.id}`,
        save: known.guard(async (values, revision) => {
            await server.PUT("/notices/{id}", { ...path, body: { ...bodyOf(values), revision, again } });
            toast(m.saved);
            await queries.invalidateQueries();
            await navigate(page(notice.line.id));
        }),
    });
    return (
        <>
            <PageHead
                title={m.edit_title}
                path={[
                    { label: m.all_notices, to: "/notices" },
                    { label: notice.line.title, to: `/notices/${notice.line.id}` },
                ]}
            >
                {notice.line.status === "draft" && m.form_lead}
            </PageHead>
            {known.theirs && (
                <div className="mb-6 max-w-4xl">
                    <Conflict
                        base={known.base}
                        mine={form.values}
                        theirs={known.theirs.values}
                        fields={m.f}
                        said={(name, values) =>
                            name === "files" ? values.files.map((file) => file.name).join("\n") : String(values[name] ?? "")
                        }
                        onChoose={(values) => {
                            known.goOn();
                            for (const [name, value] of Object.entries(values)) form.set(name as "title", value as string);
                        }}
                    />
                </div>
            )}
            <NoticeFields
                form={form}
                again={notice.line.status === "published" ? again : undefined}
                onAgain={setAgain}
                onCancel={() => void navigate(page(notice.line.id))}
            />
        </>
    );
}
