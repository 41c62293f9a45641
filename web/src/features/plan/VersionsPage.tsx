import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import * as v from "valibot";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay, useMe } from "../../app/session.ts";
import { lastDay } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day, Moment } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Form } from "../../ui/Form.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Column } from "../../ui/table/columns.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { words } from "./words.ts";

type Version = Schema<"Version">;

/** Every version there has been, and the draft that is being made. */
export function VersionsPage() {
    const m = useWords(words);
    const { today } = useMe();
    const may_edit = useMay("edit_plan");
    const query = api.useQuery("get", "/plan/versions");
    const columns = useMemo(() => versionColumns(m, today), [m, today]);
    return (
        <Ask query={query}>
            {({ versions }) => {
                const draft = versions.find(({ status }) => status === "draft");
                return (
                    <>
                        <PageHead
                            title={m.versions_title}
                            path={[{ label: m.plan, to: "/plan" }]}
                            action={
                                draft ? (
                                    <>
                                        {may_edit && <Discard version={draft} />}
                                        <LinkButton look="primary" to={`/plan/versions/${draft.id}` as "."}>
                                            {m.open_draft}
                                        </LinkButton>
                                    </>
                                ) : (
                                    may_edit && <StartDraft />
                                )
                            }
                        >
                            {m.versions_lead}
                        </PageHead>
                        <DataTable
                            name="plan-versions"
                            caption={m.versions_caption}
                            rows={versions}
                            columns={columns}
                            rowKey={({ id }) => id}
                            printable={false}
                        />
                    </>
                );
            }}
        </Ask>
    );
}

function versionColumns(m: ReturnType<typeof words.ja>, today: string): Column<Version>[] {
    const state = ({ status, in_force_from }: Version) =>
        status === "in_force" && in_force_from !== null && in_force_from > today ? m.future : m.status[status];
    return [
        {
            key: "title",
            head: m.version,
            width: 230,
            value: ({ title }) => title,
            cell: (row) => (
                <Link to={`/plan/versions/${row.id}` as "."} className="link">
                    <Phrases>{row.title}</Phrases>
                </Link>
            ),
        },
        {
            key: "state",
            head: m.state,
            width: 110,
            value: state,
            cell: (row) => (
                <Badge tone={row.status === "draft" ? "warn" : row.status === "in_force" ? "good" : "plain"}>{state(row)}</Badge>
            ),
        },
        {
            key: "from",
            head: m.from,
            width: 120,
            value: ({ in_force_from }) => in_force_from,
            cell: (row) => <Day iso={row.in_force_from} />,
        },
        {
            key: "until",
            head: m.until,
            width: 120,
            value: ({ in_force_until }) => in_force_until,
            cell: (row) => <Day iso={lastDay(row.in_force_until)} />,
        },
        {
            key: "made",
            head: m.made,
            width: 160,
            value: ({ created_at }) => created_at,
            cell: (row) => <Moment at={row.created_at} />,
        },
        { key: "note", head: m.remarks, width: 250, value: ({ note }) => note },
    ];
}

function StartDraft() {
    const m = useWords(words);
    const navigate = useNavigate();
    const [open, setOpen] = useState(false);
    const form = useForm({
        initial: { title: "", note: "" },
        check: v.object({ title: v.pipe(v.string(), v.trim(), v.nonEmpty()), note: v.string() }),
        draft: "plan.start",
        save: async (body) => {
            const { data } = await server.POST("/plan/drafts", { body });
            await queries.invalidateQueries();
            if (data) await navigate({ to: `/plan/versions/${data.id}` as "." });
        },
    });
    return (
        <>
            <Button look="primary" onPress={() => setOpen(true)}>
                {m.start}
            </Button>
            <Dialog open={open} onClose={() => setOpen(false)} title={m.start}>
                <p className="mb-4">{m.start_lead}</p>
                <Form form={form} submit={m.start} onCancel={() => setOpen(false)}>
                    <TextField required label={m.start_title} hint={m.start_hint} {...form.field("title")} />
                    <TextField label={m.remarks} lines={3} {...form.field("note")} />
                </Form>
            </Dialog>
        </>
    );
}

function Discard({ version }: { version: Version }) {
    const m = useWords(words);
    const [open, setOpen] = useState(false);
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<unknown>(null);
    const discard = async () => {
        setBusy(true);
        try {
            await server.DELETE("/plan/versions/{version}", { params: { path: { version: version.id } } });
            setOpen(false);
            toast(m.discarded);
            await queries.invalidateQueries();
        } catch (error) {
            setProblem(error);
        } finally {
            setBusy(false);
        }
    };
    return (
        <>
            <Button onPress={() => setOpen(true)}>{m.discard}</Button>
            <Dialog
                open={open}
                onClose={() => setOpen(false)}
                title={m.discard_title}
                actions={
                    <Button look="danger" pending={busy} onPress={() => void discard()}>
                        {m.discard}
                    </Button>
                }
            >
                <p>{m.discard_text}</p>
                {problem !== null && <Failure error={problem} small />}
            </Dialog>
        </>
    );
}
