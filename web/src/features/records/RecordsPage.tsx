import { useState } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay, useMe } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { TrainingNav } from "../training/TrainingNav.tsx";
import { DueReports } from "./DueReports.tsx";
import { ReportForm } from "./ReportForm.tsx";
import { ReportsTable } from "./ReportsTable.tsx";
import { WorkDialog } from "./WorkDialog.tsx";
import { WorkTable } from "./WorkTable.tsx";
import type { Due, Report, Subject, Work } from "./work.ts";
import { words } from "./work_words.ts";

/** What was learned at work and away from it, and what is reported of all training: one's own, and that of one's people. */
export function RecordsPage() {
    const { fiscal_year } = useAsOf();
    const work = api.useQuery("get", "/work-training", { params: { query: { fiscal_year } } });
    const reports = api.useQuery("get", "/reports", { params: { query: { fiscal_year } } });
    return (
        <>
            <TrainingNav />
            <Ask query={work} lines={8}>
                {({ records }) => (
                    <Ask query={reports} lines={8}>
                        {(found) => <Found records={records} due={found.due} reports={found.reports} />}
                    </Ask>
                )}
            </Ask>
        </>
    );
}

function Found({ records, due, reports }: { records: Work[]; due: Due[]; reports: Report[] }) {
    const m = useWords(words);
    const pair = usePair();
    const me = useMe();
    const types_for_others = useMay("training_release");
    const [editing, setEditing] = useState<Work | "new" | null>(null);
    const [reporting, setReporting] = useState<Subject | null>(null);
    const waiting = records.filter(({ status, may_confirm }) => status === "recorded" && may_confirm);
    const others = records.filter((one) => !waiting.includes(one));
    const mine = due.filter(({ staff }) => staff === me.staff);
    const of_others = due.filter(({ staff }) => staff !== me.staff);
    const own = [...records, ...reports].every(({ staff }) => staff === me.staff);
    const report_of = (work: Work): Subject => ({ enrolment: null, work_training: work.id, title: work.title, who: work.name });
    const start = (one: Due) => setReporting({ ...one, title: pair(one.title, one.title_en), who: one.name });
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    (me.staff !== null || types_for_others) && (
                        <Button look="primary" onPress={() => setEditing("new")}>
                            {m.record}
                        </Button>
                    )
                }
            >
                {m.lead}
            </PageHead>
            {mine.length > 0 && (
                <Section title={m.due_title} lead={m.due_lead}>
                    <DueReports due={mine} onReport={start} />
                </Section>
            )}
            {waiting.length > 0 && (
                <Section title={m.waiting_title} lead={m.waiting_lead}>
                    <WorkTable name="work-waiting" rows={waiting} onEdit={setEditing} />
                </Section>
            )}
            <Section title={m.records_title}>
                <WorkTable
                    name="work"
                    rows={others}
                    own={own}
                    onEdit={setEditing}
                    onReport={(work) => setReporting(report_of(work))}
                />
            </Section>
            {of_others.length > 0 && (
                <Section title={m.others_due_title} lead={m.others_due_lead}>
                    <DueReports due={of_others} named onReport={start} />
                </Section>
            )}
            <Section title={m.reports_title}>
                <ReportsTable
                    reports={reports}
                    own={own}
                    onChange={(one) => setReporting({ ...one, title: pair(one.title, one.title_en), who: one.name })}
                />
            </Section>
            {editing && <WorkDialog work={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
            {reporting && (
                <ReportForm
                    subject={reporting}
                    before={reports.find(
                        ({ enrolment, work_training }) =>
                            enrolment === reporting.enrolment && work_training === reporting.work_training,
                    )}
                    onClose={() => setReporting(null)}
                />
            )}
        </>
    );
}
