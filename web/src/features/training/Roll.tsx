import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { words } from "./office_words.ts";
import { RecommendDialog } from "./RecommendDialog.tsx";
import { RollTable } from "./RollTable.tsx";
import { holdsSeat } from "./roll.ts";
import type { Enrolment, Run } from "./runs.ts";

const groups = ["applied", "seated", "waiting", "gone"] as const;

function groupOf(enrolment: Enrolment): (typeof groups)[number] {
    if (holdsSeat(enrolment)) return "seated";
    return enrolment.status === "applied" || enrolment.status === "waiting" ? enrolment.status : "gone";
}

/** Everybody of a run whom one may see: to decide, seated, waiting in their order, gone. */
export function Roll({ run }: { run: Run }) {
    const m = useWords(words);
    const [recommending, setRecommending] = useState(false);
    const list = api.useQuery("get", "/runs/{run}/enrolments", { params: { path: { run: run.id } } });
    const recommend = run.status === "open" && (
        <Button size="small" onPress={() => setRecommending(true)}>
            {m.recommend}
        </Button>
    );
    return (
        <>
            <div className="no-print mb-4">{recommend}</div>
            <Ask query={list}>
                {({ enrolments }) =>
                    enrolments.length === 0 ? (
                        <EmptyState title={m.nobody} icon="people">
                            {m.nobody_hint}
                        </EmptyState>
                    ) : (
                        groups.map((group) => {
                            const rows = enrolments.filter((one) => groupOf(one) === group);
                            if (group === "waiting") rows.sort((a, b) => a.place - b.place);
                            return (
                                rows.length > 0 && (
                                    <Section key={group} title={m.group[group]} lead={group === "waiting" && m.waiting_lead}>
                                        <RollTable run={run} group={group} rows={rows} />
                                    </Section>
                                )
                            );
                        })
                    )
                }
            </Ask>
            {recommending && <RecommendDialog run={run} onClose={() => setRecommending(false)} />}
        </>
    );
}
