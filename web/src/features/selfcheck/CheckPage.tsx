import { useParams } from "@tanstack/react-router";
import { use, useState } from "react";
import { api, downloadUrl, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button, buttonLook } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Period } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { Sure } from "../../ui/Sure.tsx";
import { toast } from "../../ui/toasts.ts";
import { useForm } from "../../ui/useForm.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { AnswerHeat } from "./AnswerHeat.tsx";
import { CheckBadge } from "./CheckBadge.tsx";
import { ChecklistEditor } from "./ChecklistEditor.tsx";
import { GroupBars } from "./GroupBars.tsx";
import { NotAnswered } from "./NotAnswered.tsx";
import { RemediesPart } from "./RemediesPart.tsx";
import { words } from "./words.ts";

type Detail = Schema<"CheckDetail">;
type Table = Schema<"CheckTable">;

/** One year's self-check as the office sees it: the list while it is a draft, then who has answered what. */
export function CheckPage() {
    const { check } = useParams({ strict: false });
    const query = api.useQuery("get", "/selfchecks/{id}", { params: { path: { id: Number(check) } } });
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(detail) =>
                    detail.summary.status === "draft" ? (
                        <ChecklistEditor key={detail.summary.id} detail={detail} />
                    ) : (
                        <Opened detail={detail} />
                    )
                }
            </Ask>
        </>
    );
}

function Opened({ detail: { summary } }: { detail: Detail }) {
    const query = api.useQuery("get", "/selfchecks/{id}/table", { params: { path: { id: summary.id } } });
    return (
        <Ask query={query} lines={12}>
            {(table) => <Found table={table} />}
        </Ask>
    );
}

function Found({ table }: { table: Table }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { summary } = table;
    return (
        <div data-print="wide">
            <PageHead
                title={m.check_title(fiscalYear(summary.fiscal_year, language))}
                path={[{ label: m.title, to: "/selfcheck" }]}
                aside={<CheckBadge status={summary.status} />}
                action={<Actions table={table} />}
            >
                <p>{m.check_lead(summary.submitted, summary.sections, summary.open_remedies, summary.overdue_remedies)}</p>
                <p>
                    <Period from={summary.opens_on} until={summary.closes_on} />
                </p>
            </PageHead>
            <Section title={m.progress_title}>
                <NotAnswered table={table} />
            </Section>
            <Section title={m.groups_title}>
                <GroupBars table={table} />
            </Section>
            <Section title={m.heat_title} lead={m.heat_lead}>
                <AnswerHeat table={table} />
            </Section>
            <div className="no-print">
                <Section title={m.remedies_title}>
                    <RemediesPart check={summary.id} />
                </Section>
            </div>
        </div>
    );
}

function Actions({ table: { summary } }: { table: Table }) {
    const m = useWords(words);
    const manages = useMay("manage_improvement");
    const [asking, setAsking] = useState<"close" | "end" | null>(null);
    if (!manages) return null;
    const file = (format: "xlsx" | "xlsx_pretty") => downloadUrl(`/selfchecks/${summary.id}/file`, { format });
    return (
        <>
            <a href={file("xlsx")} download className={buttonLook("secondary")}>
                <Icon name="download" />
                {m.export}
            </a>
            <a href={file("xlsx_pretty")} download className={buttonLook("quiet")}>
                {m.export_paper}
            </a>
            {summary.status !== "closed" && (
                <>
                    <Button look="quiet" onPress={() => setAsking("end")}>
                        {m.move_end}
                    </Button>
                    <Button onPress={() => setAsking("close")}>{m.close_now}</Button>
                </>
            )}
            {asking === "close" && <CloseDialog id={summary.id} onClose={() => setAsking(null)} />}
            {asking === "end" && <EndDialog id={summary.id} last={summary.closes_on} onClose={() => setAsking(null)} />}
        </>
    );
}

const renew = () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/selfcheck") });

function CloseDialog({ id, onClose }: { id: number; onClose: () => void }) {
    const m = useWords(words);
    const act = async () => {
        await server.POST("/selfchecks/{id}/close", { params: { path: { id } } });
        toast(m.closed);
        onClose();
        await renew();
    };
    return (
        <Sure title={m.close_title} submit={m.close_now} act={act} onClose={onClose}>
            {m.close_hint}
        </Sure>
    );
}

function EndDialog({ id, last, onClose }: { id: number; last: string; onClose: () => void }) {
    const m = useWords(words);
    const form = useForm({
        initial: { closes_on: last },
        save: async ({ closes_on }) => {
            await server.PUT("/selfchecks/{id}/last-day", { params: { path: { id } }, body: { closes_on } });
            toast(m.moved_end);
            onClose();
            await renew();
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.move_end}>
            <Form form={form} submit={m.change_end} onCancel={onClose}>
                <DateField required label={m.last_day} {...form.field("closes_on")} />
            </Form>
        </Dialog>
    );
}
