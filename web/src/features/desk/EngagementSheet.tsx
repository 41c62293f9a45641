import { useState } from "react";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOnce } from "../training/useOnce.ts";
import { AdviserVisitForm } from "./AdviserVisitForm.tsx";
import { words } from "./adviser_words.ts";
import type { Engagement, Scheme } from "./desk.ts";
import { EngagementDialog } from "./EngagementDialog.tsx";
import { EngagementState, QuotaText } from "./Quota.tsx";
import { ReportForm } from "./ReportForm.tsx";
import { Spent } from "./States.tsx";
import { desk, useFailed } from "./writing.ts";

interface Props {
    engagement: Engagement;
    schemes: readonly Scheme[];
    onClose: () => void;
}

/** One adviser from outside: what is planned, each visit, the report and what was learned. */
export function EngagementSheet({ engagement, schemes, onClose }: Props) {
    const m = useWords(words);
    const [step, setStep] = useState<"visit" | "report" | "change" | null>(null);
    const failed = useFailed();
    const back = () => setStep(null);
    const cancel = useOnce(() =>
        desk.cancelEngagement(engagement.id, engagement.revision).then(() => {
            toast(m.cancelled);
            onClose();
        }, failed),
    );
    if (step === "change")
        return <EngagementDialog engagement={engagement} schemes={schemes} consultation={null} onClose={back} />;
    const title = step === "visit" ? m.add_visit : step === "report" ? m.report_title : engagement.adviser;
    return (
        <Dialog open onClose={onClose} title={title} wide={step === null}>
            {step === "visit" && <AdviserVisitForm engagement={engagement} onDone={back} />}
            {step === "report" && <ReportForm engagement={engagement} onDone={back} />}
            {step === null && (
                <>
                    <Sheet engagement={engagement} />
                    {engagement.may_change && (
                        <div className="flex flex-wrap gap-3">
                            {!engagement.ended && <Button onPress={() => setStep("visit")}>{m.add_visit}</Button>}
                            {engagement.visits.length > 0 && (
                                <Button
                                    look={engagement.status === "to_report" ? "primary" : "secondary"}
                                    onPress={() => setStep("report")}
                                >
                                    {engagement.status === "done" ? m.change_report : m.record_report}
                                </Button>
                            )}
                            {engagement.status !== "done" && <Button onPress={() => setStep("change")}>{m.change}</Button>}
                            {engagement.visits.length === 0 && engagement.status === "planned" && (
                                <Button look="quiet" onPress={cancel}>
                                    {m.cancel}
                                </Button>
                            )}
                        </div>
                    )}
                </>
            )}
        </Dialog>
    );
}

function Sheet({ engagement: one }: { engagement: Engagement }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <div className="mb-6">
            <DefinitionList
                items={[
                    [m.state, <EngagementState key="state" engagement={one} />],
                    [m.scheme, pair(one.scheme_name, one.scheme_name_en)],
                    [m.affiliation, one.affiliation],
                    [m.expertise, one.expertise],
                    [m.purpose, one.purpose],
                    [m.consultation, one.consultation && `${one.consultation.no} ${one.consultation.title}`],
                    [m.days_used, <QuotaText key="days" engagement={one} />],
                    [m.report_due, one.report_due_on && <Day key="due" iso={one.report_due_on} />],
                    [m.reported, one.reported_on && <Day key="done" iso={one.reported_on} />],
                    [m.report, one.report],
                    [m.learned, one.learned],
                ]}
            />
            {one.visits.length > 0 && (
                <>
                    <h3 className="mt-4 font-bold">{m.visits}</h3>
                    <ul>
                        {one.visits.map((visit) => (
                            <Visited key={visit.id} engagement={one} visit={visit} />
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}

function Visited({ engagement, visit }: { engagement: Engagement; visit: Engagement["visits"][number] }) {
    const m = useWords(words);
    const failed = useFailed();
    const drop = useOnce(() => desk.dropAdviserVisit(engagement.id, visit.id).then(() => toast(m.visit_dropped), failed));
    return (
        <li className="flex flex-wrap items-start justify-between gap-x-4 border-line border-b py-2">
            <div className="min-w-0 flex-1 basis-60">
                <p className="flex flex-wrap gap-x-3">
                    <Day iso={visit.visited_on} />
                    <strong>
                        <Spent minutes={visit.minutes} />
                    </strong>
                    <span className="text-quiet">{visit.place}</span>
                </p>
                <p className="typed">{visit.text}</p>
            </div>
            {engagement.may_change && engagement.status !== "done" && (
                <Button size="small" look="quiet" aria-label={m.drop_visit_of(visit.visited_on)} onPress={drop}>
                    {m.drop}
                </Button>
            )}
        </li>
    );
}
