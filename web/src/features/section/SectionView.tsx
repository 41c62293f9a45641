import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { ExportMenu } from "../skills/ExportMenu.tsx";
import { PeopleHeat } from "../skills/PeopleHeat.tsx";
import { Heads } from "./Heads.tsx";
import { MovesList } from "./MovesList.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { SectionMissing } from "./SectionMissing.tsx";
import { UnitTable } from "./UnitTable.tsx";
import { words } from "./words.ts";

type UnitPage = Schema<"UnitPage">;

export function SectionView({ unit }: { unit: number }) {
    const { on } = useAsOf();
    const page = api.useQuery("get", "/units/{id}", { params: { path: { id: unit }, query: { on } } });
    return <Ask query={page}>{(found) => <Found page={found} />}</Ask>;
}

function Found({ page }: { page: UnitPage }) {
    const m = useWords(words);
    const { on } = useAsOf();
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const statistics = useMay("see_statistics");
    const may_export = useMay("export_data");
    const { unit, path, people, people_total, moves } = page;
    const heat = api.useQuery("get", "/gap/people", { params: { query: { on, unit: unit.id } } }, { enabled: people.length > 0 });
    const none = (
        <EmptyState title={m.nobody} icon="people">
            {m.nobody_hint}
        </EmptyState>
    );
    const tabs = [
        { id: "people", label: m.tab.people, content: people.length > 0 ? <PeopleTable page={page} /> : none },
        {
            id: "skills",
            label: m.tab.skills,
            content:
                people.length > 0 ? (
                    <>
                        {may_export && (
                            <div className="no-print mb-3">
                                <ExportMenu label={m.skills_file} path="/exports/gap" query={{ on, unit: unit.id }} />
                            </div>
                        )}
                        <Ask query={heat}>{(table) => <PeopleHeat heat={table} />}</Ask>
                    </>
                ) : (
                    none
                ),
        },
        {
            id: "missing",
            label: m.tab.missing,
            content:
                people.length > 0 ? <Ask query={heat}>{(table) => <SectionMissing heat={table} unit={unit.id} />}</Ask> : none,
        },
        {
            id: "moves",
            label: `${m.tab.moves}${moves.length > 0 ? ` (${moves.length})` : ""}`,
            content: <MovesList moves={moves} />,
        },
        {
            id: "below",
            label: m.tab.below,
            content:
                page.children.length > 0 ? (
                    <UnitTable caption={m.tab.below} units={page.children} base={unit.depth + 1} />
                ) : (
                    <p className="text-quiet">{m.below_none}</p>
                ),
        },
    ];
    return (
        <>
            <PageHead
                title={unit.name}
                path={[
                    { label: m.units_title, to: "/units" },
                    ...path.slice(0, -1).map(({ id, name }) => ({ label: name, to: `/units/${id}` })),
                ]}
                action={
                    (statistics || people.length > 0) && (
                        <LinkButton to="/gap" search={{ unit: String(unit.id) }}>
                            {m.gap}
                        </LinkButton>
                    )
                }
            >
                <p>{m.lead(people_total, page.on_leave)}</p>
                <p>
                    {m.heads}: <Heads of={unit.heads} />
                </p>
                {unit.valid_until && (
                    <p>
                        {m.closed}: <Day iso={unit.valid_until} />{" "}
                        {unit.succeeded_by !== null && (
                            <Link to="/units/$unit" params={{ unit: String(unit.succeeded_by) }} className="link">
                                {m.succeeded}
                            </Link>
                        )}
                    </p>
                )}
            </PageHead>
            <Tabs
                label={m.tabs}
                tabs={tabs}
                selected={tabs.some(({ id }) => id === tab) ? (tab ?? "people") : "people"}
                onSelect={(id) => setFilters({ tab: id === "people" ? "" : id })}
            />
        </>
    );
}
