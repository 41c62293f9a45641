import { Link, useNavigate } from "@tanstack/react-router";
import { use, useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day, Period } from "../../ui/Day.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Section } from "../../ui/Section.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { toast } from "../../ui/toasts.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useForm } from "../../ui/useForm.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { CheckBadge } from "./CheckBadge.tsx";
import { RemediesPart } from "./RemediesPart.tsx";
import { words } from "./words.ts";

type Years = Schema<"CheckYears">;
type Year = Schema<"CheckYear">;

/** セキュリティ自己点検: what waits for the own section, the years, and what is still to be improved. */
export function SelfcheckPage() {
    const m = useWords(words);
    const query = api.useQuery("get", "/selfchecks");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    return (
        <>
            <HirobaTabs />
            <Head years={query.data} />
            <Tabs
                label={m.tabs}
                selected={tab || "check"}
                onSelect={(id) => setFilters({ tab: id === "check" ? "" : id })}
                tabs={[
                    {
                        id: "check",
                        label: m.tab.check,
                        content: <Ask query={query}>{(found) => <Checks found={found} />}</Ask>,
                    },
                    { id: "remedies", label: m.tab.remedies, content: <RemediesPart /> },
                ]}
            />
        </>
    );
}

function Head({ years }: { years: Years | undefined }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const [starting, setStarting] = useState(false);
    const next = years?.may_manage ? years.next_year : null;
    return (
        <PageHead
            title={m.title}
            action={next && <Button onPress={() => setStarting(true)}>{m.start(fiscalYear(next, language))}</Button>}
        >
            {m.lead}
            {starting && next && (
                <StartDialog year={next} previous={(years?.years.length ?? 0) > 0} onClose={() => setStarting(false)} />
            )}
        </PageHead>
    );
}

function Checks({ found }: { found: Years }) {
    const m = useWords(words);
    if (found.years.length === 0)
        return (
            <EmptyState title={m.none_yet} icon="check">
                {found.may_manage ? m.none_office_hint : m.none_yet_hint}
            </EmptyState>
        );
    const now = found.years.filter(({ summary, mine }) => summary.status === "open" && mine.length > 0);
    return (
        <>
            {now.map((year) => (
                <Mine key={year.summary.id} year={year} />
            ))}
            <Section title={m.years_title}>
                <ul>
                    {found.years.map((year) => (
                        <OneYear key={year.summary.id} year={year} sees_table={found.may_see_table} />
                    ))}
                </ul>
            </Section>
        </>
    );
}

/** What the actor's sections have to do now. */
function Mine({ year: { summary, mine } }: { year: Year }) {
    const m = useWords(words);
    return (
        <ul className="mb-8 grid gap-4">
            {mine.map((section) => (
                <li
                    key={section.unit}
                    className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-8 border border-line px-4 py-4"
                >
                    <div className="min-w-0 flex-1 basis-64">
                        <h2 className="text-std-18B-160">
                            <Phrases>{m.mine_title(section.unit_name)}</Phrases>
                        </h2>
                        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                            {section.submitted ? (
                                <Badge tone="good">{m.submitted}</Badge>
                            ) : (
                                <Badge tone="warn">{m.not_submitted}</Badge>
                            )}
                            <span className="tabular">{m.answered(section.answered, summary.items)}</span>
                            <span>
                                {m.until} <Day iso={summary.closes_on} />
                            </span>
                        </p>
                    </div>
                    <LinkButton
                        to="/selfcheck/$check/sections/$unit"
                        params={{ check: String(summary.id), unit: String(section.unit) }}
                        look={section.submitted ? "secondary" : "primary"}
                    >
                        {section.submitted ? m.look : section.answered > 0 ? m.go_on : m.answer}
                    </LinkButton>
                </li>
            ))}
        </ul>
    );
}

function OneYear({ year: { summary, mine }, sees_table }: { year: Year; sees_table: boolean }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const name = fiscalYear(summary.fiscal_year, language, true);
    const opens = sees_table || summary.status === "draft";
    return (
        <li className="border-line border-b py-3 first:border-t">
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                {opens ? (
                    <Link to="/selfcheck/$check" params={{ check: String(summary.id) }} className="link font-bold">
                        {name}
                    </Link>
                ) : (
                    <strong>{name}</strong>
                )}
                <CheckBadge status={summary.status} />
                <Period from={summary.opens_on} until={summary.closes_on} />
                {sees_table && summary.status !== "draft" && (
                    <span className="tabular">
                        {m.progress} {m.of_sections(summary.submitted, summary.sections)}
                    </span>
                )}
                {sees_table && summary.open_remedies > 0 && (
                    <span className="tabular">{m.remedies_open(summary.open_remedies, summary.overdue_remedies)}</span>
                )}
            </div>
            <ul>
                {mine.map((section) => (
                    <li key={section.unit} className="flex flex-wrap gap-x-4">
                        <Link
                            to="/selfcheck/$check/sections/$unit"
                            params={{ check: String(summary.id), unit: String(section.unit) }}
                            className="link"
                        >
                            <Phrases>{section.unit_name}</Phrases>
                        </Link>
                        <span className="text-quiet">{section.submitted ? m.submitted : m.not_submitted}</span>
                        {section.open_remedies > 0 && (
                            <span className="text-quiet">{m.remedies_open(section.open_remedies, section.overdue_remedies)}</span>
                        )}
                    </li>
                ))}
            </ul>
        </li>
    );
}

const beginnings = ["shipped", "previous", "empty"] as const satisfies readonly Schema<"CheckFrom">[];

function StartDialog({ year, previous, onClose }: { year: number; previous: boolean; onClose: () => void }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const navigate = useNavigate();
    const form = useForm({
        initial: { from: (previous ? "previous" : "shipped") as Schema<"CheckFrom"> },
        save: async ({ from }) => {
            const { data } = await server.POST("/selfchecks", { body: { fiscal_year: year, from } });
            toast(m.made);
            await queries.invalidateQueries({ queryKey: ["get", "/selfchecks"] });
            if (data) await navigate({ to: `/selfcheck/${data.summary.id}` as "." });
        },
    });
    return (
        <Dialog open onClose={onClose} title={m.start(fiscalYear(year, language))}>
            <Form form={form} submit={m.make} onCancel={onClose}>
                <RadioGroup
                    label={m.start_from}
                    options={beginnings
                        .filter((from) => previous || from !== "previous")
                        .map((value) => ({ value, label: m.from[value] }))}
                    {...form.field("from")}
                />
            </Form>
        </Dialog>
    );
}
