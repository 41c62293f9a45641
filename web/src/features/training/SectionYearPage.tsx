import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Going } from "./Going.tsx";
import { OutstandingTable } from "./OutstandingTable.tsx";
import { ToRelease } from "./ToRelease.tsx";
import { TrainingNav } from "./TrainingNav.tsx";
import { words } from "./words.ts";

/** 所属の研修: for a head, what waits first. Who heads several sections chooses one. */
export function SectionYearPage() {
    const m = useWords(words);
    const me = useMe();
    const [{ unit }, setFilters] = useFilters(["unit"]);
    const headed = me.roles.flatMap(({ role, unit: id, unit_name }) =>
        role === "section_head" && id !== null ? [{ value: String(id), label: unit_name ?? String(id) }] : [],
    );
    const chosen = unit || headed[0]?.value || (me.unit === null ? "" : String(me.unit));
    return (
        <>
            <TrainingNav />
            {headed.length > 1 && (
                <div className="no-print mb-4">
                    <Select
                        plain
                        small
                        label={m.section}
                        options={headed}
                        value={chosen}
                        onChange={(next) => setFilters({ unit: next })}
                    />
                </div>
            )}
            {chosen ? (
                <SectionYear unit={Number(chosen)} />
            ) : (
                <>
                    <PageHead title={m.nav.section} />
                    <EmptyState title={m.no_section} icon="unit">
                        {m.no_section_hint}
                    </EmptyState>
                </>
            )}
        </>
    );
}

function SectionYear({ unit }: { unit: number }) {
    const year = api.useQuery("get", "/units/{unit}/training", { params: { path: { unit } } });
    return (
        <Ask query={year} lines={8}>
            {(found) => <Found year={found} />}
        </Ask>
    );
}

function Found({ year }: { year: Schema<"SectionYear"> }) {
    const m = useWords(words);
    return (
        <>
            <PageHead title={m.section_title(year.unit_name)}>
                {m.section_lead(year.to_release.length, year.going.length, year.outstanding.length)}
            </PageHead>
            <Section title={m.to_release} lead={year.to_release.length > 0 && m.to_release_lead}>
                <ToRelease seats={year.to_release} />
            </Section>
            <Section title={m.outstanding_title} lead={m.outstanding_lead}>
                <OutstandingTable name="section-outstanding" people={year.outstanding} sortParam="outstanding_sort" />
            </Section>
            <Section title={m.going}>
                <Going seats={year.going} />
            </Section>
        </>
    );
}
