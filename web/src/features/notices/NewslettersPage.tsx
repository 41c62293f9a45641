import { Link, useNavigate } from "@tanstack/react-router";
import { use, useState } from "react";
import { api, downloadUrl, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Period } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { words } from "./news_words.ts";
import { terms } from "./terms.ts";

type Line = Schema<"NewsLine">;

/** ニュースレター: every issue, the newest first; drafts for who publishes. */
export function NewslettersPage() {
    const m = useWords(words);
    const query = api.useQuery("get", "/newsletters");
    const [starting, setStarting] = useState(false);
    return (
        <>
            <HirobaTabs />
            <PageHead
                title={m.title}
                path={[{ label: m.notices, to: "/notices" }]}
                action={
                    query.data?.may_publish && (
                        <Button look="primary" onPress={() => setStarting(true)}>
                            {m.start}
                        </Button>
                    )
                }
            >
                {m.lead}
            </PageHead>
            <Ask query={query}>
                {({ issues, may_publish }) =>
                    issues.length === 0 ? (
                        <EmptyState title={m.none} icon="book">
                            {may_publish ? m.none_office_hint : m.none_hint}
                        </EmptyState>
                    ) : (
                        <div className="max-w-4xl">
                            <Lines title={m.drafts} lines={issues.filter(({ status }) => status === "draft")} />
                            <Lines title={m.archive} lines={issues.filter(({ status }) => status === "published")} />
                        </div>
                    )
                }
            </Ask>
            {starting && <StartDialog onClose={() => setStarting(false)} />}
        </>
    );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
    if (lines.length === 0) return null;
    return (
        <Section title={title}>
            <ul>
                {lines.map((line) => (
                    <One key={line.id} line={line} />
                ))}
            </ul>
        </Section>
    );
}

function One({ line }: { line: Line }) {
    const { language } = use(LanguageContext);
    const m = useWords(words);
    const t = useWords(terms);
    const name = line.number == null ? line.title || m.untitled : m.heading(line.number, line.title);
    return (
        <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-line border-b py-3 first:border-t">
            <div className="min-w-0 flex-1 basis-72">
                <p>
                    <Link to="/newsletters/$issue" params={{ issue: String(line.id) }} className="link font-bold">
                        {name}
                    </Link>
                </p>
                {line.lead && <p className="line-clamp-2 text-quiet text-sm">{line.lead}</p>}
                <p className="flex flex-wrap items-baseline gap-x-3 text-quiet text-sm">
                    {line.status === "draft" ? (
                        <>
                            <Badge tone="warn">{t.issue.draft}</Badge>
                            <Period from={line.from} until={line.until} />
                        </>
                    ) : (
                        <span>{line.issued_on && m.issued(shortDate(line.issued_on, language))}</span>
                    )}
                    <span>{m.items(line.items)}</span>
                </p>
            </div>
            <a href={downloadUrl(`/newsletters/${line.id}/pdf`)} aria-label={m.pdf_of(name)} className="link">
                {m.pdf}
            </a>
        </li>
    );
}

function StartDialog({ onClose }: { onClose: () => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const navigate = useNavigate();
    const proposal = api.useQuery("get", "/newsletters/draft", { params: { query: {} } }, { staleTime: 0 }).data;
    const form = useForm({
        initial: { title: "", fill: true },
        draft: "newsletter.new",
        save: async ({ title, fill }) => {
            const { data } = await server.POST("/newsletters", { body: { title: title.trim(), fill, from: null, until: null } });
            toast(m.made);
            await queries.invalidateQueries({ queryKey: ["get", "/newsletters"] });
            if (data) await navigate({ to: `/newsletters/${data.line.id}` as "." });
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.start_title}>
            <Form form={form} submit={m.make} onCancel={onClose}>
                {proposal && <p>{m.start_lead(shortDate(proposal.from, language), shortDate(proposal.until, language))}</p>}
                <TextField label={m.name} hint={m.name_hint} maxLength={100} {...form.field("title")} />
                <Checkbox checked={form.values.fill} onChange={(fill) => form.set("fill", fill)} hint={m.fill_hint}>
                    {m.fill}
                </Checkbox>
            </Form>
        </Dialog>
    );
}
