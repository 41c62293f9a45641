import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { words } from "./adviser_words.ts";
import { DeskNav } from "./DeskNav.tsx";
import type { Engagement } from "./desk.ts";
import { EngagementDialog } from "./EngagementDialog.tsx";
import { EngagementsTable } from "./EngagementsTable.tsx";
import { SchemeDialog } from "./SchemeDialog.tsx";
import { Schemes } from "./Schemes.tsx";

/** Advisers from outside: what each scheme gives and how much of it is used, who came, what is to be reported, what was learned. */
export function AdvisersPage() {
    const { fiscal_year } = useAsOf();
    const schemes = api.useQuery("get", "/adviser-schemes", { params: { query: { fiscal_year } } });
    const engagements = api.useQuery("get", "/adviser-engagements", { params: { query: { fiscal_year, to_report: false } } });
    return (
        <>
            <HirobaTabs />
            <DeskNav />
            <Ask query={schemes} lines={6}>
                {(kept) => (
                    <Ask query={engagements} lines={6}>
                        {(found) => <Found schemes={kept} engagements={found.engagements} />}
                    </Ask>
                )}
            </Ask>
        </>
    );
}

function Found({ schemes, engagements }: { schemes: Schema<"AdviserSchemes">; engagements: readonly Engagement[] }) {
    const m = useWords(words);
    const manages = useMay("manage_desk");
    const advises = useMay("advise");
    const [adding, setAdding] = useState(false);
    const [{ add, consultation }, setFilters] = useFilters(["add", "consultation"]);
    const open = schemes.schemes.filter(({ closed }) => !closed);
    const to_report = engagements.filter(({ status }) => status === "to_report").length;
    const over = schemes.schemes.filter(({ over: beyond }) => beyond).length;
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    advises &&
                    open.length > 0 && (
                        <Button look="primary" onPress={() => setFilters({ add: "1" })}>
                            {m.add}
                        </Button>
                    )
                }
            >
                {m.lead(to_report, over)}
            </PageHead>
            <Section
                title={m.schemes}
                lead={m.schemes_lead}
                action={
                    manages && (
                        <Button size="small" onPress={() => setAdding(true)}>
                            {m.add_scheme}
                        </Button>
                    )
                }
            >
                <Schemes schemes={schemes.schemes} />
            </Section>
            <Section title={m.engagements} lead={!advises && m.engagements_lead}>
                <EngagementsTable engagements={engagements} schemes={schemes.schemes} />
            </Section>
            {adding && <SchemeDialog scheme={null} onClose={() => setAdding(false)} />}
            {add && advises && open.length > 0 && (
                <EngagementDialog
                    engagement={null}
                    schemes={open}
                    consultation={consultation ? Number(consultation) : null}
                    onClose={() => setFilters({ add: "", consultation: "" })}
                />
            )}
        </>
    );
}
