import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { longDate, shortInstant } from "../../i18n/dates.ts";
import { number } from "../../i18n/numbers.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { SnapshotSections } from "./SnapshotSections.tsx";
import { words } from "./words.ts";

/** The figures of a day as they were frozen, whether they still come out the same, and where not, who and why. */
export function SnapshotPage() {
    const { snapshot } = useParams({ strict: false }) as { snapshot: string };
    const query = api.useQuery("get", "/targets/snapshots/{id}", { params: { path: { id: Number(snapshot) } } });
    return <Ask query={query}>{(page) => <Found page={page} />}</Ask>;
}

function Found({ page }: { page: Schema<"SnapshotPage"> }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const { snapshot, same, differences } = page;
    return (
        <>
            <PageHead
                title={m.snapshot_title(longDate(snapshot.counted_on, language))}
                path={[{ label: m.back, to: "/targets" }]}
                action={
                    <Button icon="print" onPress={() => window.print()}>
                        {m.print}
                    </Button>
                }
            >
                {m.snapshot_lead(snapshot.plan_title, snapshot.taken_by, shortInstant(snapshot.taken_at, language))}{" "}
                {snapshot.note}
            </PageHead>
            <div className="mb-6 max-w-3xl">
                <Notice tone={same ? "good" : "warn"} title={same ? m.same : m.differs(differences.length)}>
                    {same ? m.same_hint : m.differs_hint}
                </Notice>
            </div>
            <Figures page={page} />
            {!same && (
                <Section title={m.differences}>
                    <DifferenceTable differences={differences} />
                </Section>
            )}
            <Section title={m.by_section}>
                <SnapshotSections figures={snapshot.figures} />
            </Section>
        </>
    );
}

function Figures({ page }: { page: Schema<"SnapshotPage"> }) {
    const m = useWords(words);
    const pair = usePair();
    return (
        <Section title={m.figure}>
            <dl className="grid max-w-3xl gap-4">
                {page.snapshot.figures.map((figure, index) => (
                    <div key={figure.level} className="keep-together border-line border-b pb-3">
                        <dt className="font-bold">{pair(figure.level_name, figure.level_name_en)}</dt>
                        <dd className="tabular">
                            <strong className="text-std-20B-150">{number(figure.reached)}</strong> / {number(figure.target)}
                            {m.people}
                            {page.recount[index]?.now !== figure.reached && (
                                <span className="ml-4">
                                    {m.now_figure} {number(page.recount[index]?.now ?? 0)}
                                    {m.people}
                                </span>
                            )}
                        </dd>
                        <dd className="text-quiet text-table">
                            {pair(figure.rule, figure.rule_en)} ({figure.clause})
                        </dd>
                    </div>
                ))}
            </dl>
        </Section>
    );
}
