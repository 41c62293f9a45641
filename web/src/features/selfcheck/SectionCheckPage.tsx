import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { AnswerSheet } from "./AnswerSheet.tsx";
import type { CheckForm } from "./answers.ts";
import { GivenAnswers } from "./GivenAnswers.tsx";
import { words } from "./words.ts";

/** The self-check of one section: to answer while it is open, to read otherwise. */
export function SectionCheckPage() {
    const { check, unit } = useParams({ strict: false });
    const query = api.useQuery(
        "get",
        "/selfchecks/{id}/sections/{unit}",
        { params: { path: { id: Number(check), unit: Number(unit) } } },
        { staleTime: Number.POSITIVE_INFINITY, refetchOnMount: "always" },
    );
    return (
        <>
            <HirobaTabs />
            <Ask query={query} lines={10}>
                {(form) => (form.may_answer ? <AnswerSheet key={`${check} ${unit}`} form={form} /> : <Reading form={form} />)}
            </Ask>
        </>
    );
}

function Reading({ form }: { form: CheckForm }) {
    const m = useWords(words);
    return (
        <div className="max-w-3xl">
            <PageHead title={m.form_title(form.unit_name)} path={[{ label: m.title, to: "/selfcheck" }]}>
                {form.submitted_at && (form.submitted_by ? m.submitted_line(form.submitted_by) : m.submitted)}
            </PageHead>
            <div className="no-print mb-6">
                <Notice>{form.summary.status === "open" ? m.not_yours : m.readonly}</Notice>
            </div>
            {form.answers.some(({ answer }) => answer) ? (
                <GivenAnswers form={form} />
            ) : (
                <EmptyState title={m.no_answers}>{m.no_answers_hint}</EmptyState>
            )}
        </div>
    );
}
