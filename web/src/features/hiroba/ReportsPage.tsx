import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Moment } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Rich } from "../../ui/Rich.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { HirobaTabs } from "./HirobaTabs.tsx";
import type { Report } from "./topics.ts";
import { words } from "./words.ts";

/** What readers say should not stand there: open ones first. */
export function ReportsPage() {
    const m = useWords(words);
    const query = api.useQuery("get", "/hiroba/reports", {}, { staleTime: 0 });
    const open = query.data?.reports.filter(({ decided_at }) => decided_at === null).length;
    return (
        <>
            <HirobaTabs />
            <PageHead title={m.reports} path={[{ label: m.title, to: "/hiroba" }]}>
                {open !== undefined && m.reports_lead(open)}
            </PageHead>
            <Ask query={query}>
                {({ reports }) =>
                    reports.length === 0 ? (
                        <EmptyState icon="check" title={m.reports_none}>
                            {m.reports_none_hint}
                        </EmptyState>
                    ) : (
                        <ul className="grid max-w-[52rem] grid-cols-1 gap-4">
                            {reports.map((report) => (
                                <li key={report.id}>
                                    <ReportCard report={report} />
                                </li>
                            ))}
                        </ul>
                    )
                }
            </Ask>
        </>
    );
}

function ReportCard({ report }: { report: Report }) {
    const m = useWords(words);
    const [deciding, setDeciding] = useState<"hide" | "keep" | null>(null);
    const open = report.decided_at === null;
    return (
        <article aria-label={report.title} className="rounded-8 border border-line p-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
                <Link
                    to={`/hiroba/topics/${report.topic}` as "."}
                    hash={report.reply === null ? undefined : `reply-${report.reply}`}
                    className="typed link font-bold"
                >
                    <bdi>{report.title}</bdi>
                </Link>
                {report.hidden && <Badge tone="warn">{m.hidden}</Badge>}
                {!open && <Badge>{m.decided}</Badge>}
            </p>
            <p className="typed mt-2">
                <span className="font-bold">{m.reason}: </span>
                {report.reason}
            </p>
            <p className="text-quiet text-sm">
                <bdi>{report.reported_by}</bdi> <Moment at={report.created_at} />
            </p>
            <section aria-label={m.reported_text} className="mt-3 border-line border-l-4 pl-3">
                <p className="text-quiet text-sm">
                    <bdi>{report.author.name}</bdi> <bdi>{report.author.unit}</bdi>
                </p>
                <Rich pieces={report.pieces} headings={3} />
            </section>
            {open ? (
                <div className="mt-4 flex flex-wrap gap-3">
                    <Button size="small" onPress={() => setDeciding("keep")}>
                        {m.decide.keep.title}
                    </Button>
                    <Button size="small" look="danger" onPress={() => setDeciding("hide")}>
                        {m.decide.hide.title}
                    </Button>
                </div>
            ) : (
                <p className="mt-3 text-quiet text-sm">
                    {m.decided_by} <bdi>{report.decided_by}</bdi> <Moment at={report.decided_at} />
                </p>
            )}
            {deciding && <DecideDialog report={report.id} decision={deciding} onClose={() => setDeciding(null)} />}
        </article>
    );
}
