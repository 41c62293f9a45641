import { useState } from "react";
import { api } from "../../api/client.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { CellDialog } from "./CellDialog.tsx";
import { DraftBar } from "./DraftBar.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import type { Shown } from "./MapCellButton.tsx";
import { MapGrid } from "./MapGrid.tsx";
import { MapLegend } from "./MapLegend.tsx";
import { MapList } from "./MapList.tsx";
import { isDoubtful, type MapCategory, type MapSkill, nextMark, type SkillMap } from "./map.ts";
import { words } from "./map_words.ts";
import { type Draft, useDraft } from "./useDraft.ts";
import { useNarrow } from "./useNarrow.ts";

export function MapPage() {
    const [{ draft }] = useFilters(["draft"]);
    return draft ? <DraftMap version={Number(draft)} key={draft} /> : <MapInForce />;
}

function MapInForce() {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/skills/map", { params: { query: { on } } });
    return <Ask query={query}>{(map) => <MapView map={map} />}</Ask>;
}

function DraftMap({ version }: { version: number }) {
    const in_force = api.useQuery("get", "/skills/map", { params: { query: {} } });
    const { query, draft } = useDraft(version);
    return <Ask query={{ ...query, data: draft }}>{(now) => <MapView map={now.map} draft={now} before={in_force.data} />}</Ask>;
}

const shows: readonly Shown[] = ["need", "rate", "missing"];

function MapView({ map, draft, before }: { map: SkillMap; draft?: Draft; before?: SkillMap }) {
    const m = useWords(words);
    const pair = usePair();
    const narrow = useNarrow();
    const { on } = useAsOf();
    // Those who keep the plan settle its doubts; everybody else reads them in the cell.
    const confirms = useMay("edit_plan");
    const [filters, setFilters] = useFilters(["show", "axis", "category"]);
    const [open, setOpen] = useState<{ category: MapCategory; skill: MapSkill } | null>(null);
    const axes = [...new Set(map.categories.map(({ axis }) => axis))];
    const categories = map.categories.filter(({ axis }) => !filters.axis || axis === filters.axis);
    const category = categories.find(({ code }) => code === filters.category) ?? categories[0];
    const show = draft ? "need" : (shows.find((one) => one === filters.show) ?? "need");
    const count = (mark: string) => map.cells.filter((cell) => cell.mark === mark).length;
    const doubts = map.cells.filter((cell) => isDoubtful(cell) && !cell.inherited_from).length;
    const nameOf = (code: string) => {
        const found = map.categories.find((one) => one.code === code);
        return found ? pair(found.name, found.name_en) : code;
    };
    const axis_names = useAxisNames(axes.length > 1);
    const editing = draft?.open && !draft.refusal ? draft : undefined;

    if (map.cells.length === 0 && !draft)
        return (
            <>
                <PageHead title={m.title} />
                <EmptyState title={m.empty} icon="grid" action={<LinkButton to={"/plan" as "/"}>{m.to_plan}</LinkButton>}>
                    {m.empty_hint}
                </EmptyState>
            </>
        );
    return (
        <div data-print="wide">
            <PageHead
                title={m.title}
                path={
                    draft && [
                        { label: m.plan, to: "/plan" },
                        { label: draft.title, to: `/plan/versions/${draft.version}` },
                    ]
                }
                aside={draft?.open && <Badge tone="warn">{m.draft}</Badge>}
                action={
                    !narrow && (
                        <>
                            {!draft && <ExportMenu label={m.file} path="/exports/skill-map" query={{ on }} />}
                            <Button icon="print" onPress={() => window.print()}>
                                {m.print}
                            </Button>
                        </>
                    )
                }
            >
                {m.lead(map.categories.length, map.skills.length, count("required"), count("conditional"))}
            </PageHead>
            {draft && <DraftBar draft={draft} before={before} />}
            {!draft && confirms && doubts > 0 && (
                <div className="no-print mb-4">
                    <Notice
                        tone="warn"
                        title={m.doubts(doubts)}
                        action={
                            <LinkButton to={"/plan/confirm" as "/"} size="small">
                                {m.see_doubts}
                            </LinkButton>
                        }
                    >
                        {m.doubts_hint}
                    </Notice>
                </div>
            )}
            <div className="no-print mb-3 flex flex-wrap items-end gap-x-8 gap-y-3">
                {!draft && !narrow && (
                    <RadioGroup
                        inline
                        label={m.show}
                        value={show}
                        onChange={(next) => setFilters({ show: next === "need" ? "" : next })}
                        options={shows.map((value) => ({ value, label: m.shows[value] }))}
                    />
                )}
                {axes.length > 1 && (
                    <Select
                        plain
                        small
                        label={m.axis}
                        empty={m.all_axes}
                        value={filters.axis ?? ""}
                        onChange={(axis) => setFilters({ axis, category: "" })}
                        options={axes.map((code) => ({ value: code, label: axis_names(code) }))}
                        className="w-56 text-table"
                    />
                )}
            </div>
            {map.skills.length === 0 ? (
                <EmptyState
                    title={m.no_skills}
                    icon="grid"
                    action={draft && <LinkButton to={`/plan/versions/${draft.version}` as "/"}>{m.to_draft}</LinkButton>}
                >
                    {m.no_skills_hint}
                </EmptyState>
            ) : narrow && category ? (
                <MapList
                    map={map}
                    categories={categories}
                    category={category}
                    nameOf={nameOf}
                    blanks={editing !== undefined}
                    onCategory={(code) => setFilters({ category: code })}
                    onOpen={(of, skill) => setOpen({ category: of, skill })}
                />
            ) : (
                <>
                    <MapLegend show={show} editing={editing !== undefined} />
                    <MapGrid
                        map={map}
                        categories={categories}
                        show={show}
                        nameOf={nameOf}
                        before={draft && before}
                        onOpen={(of, skill) => setOpen({ category: of, skill })}
                        onSpace={
                            editing &&
                            ((of, skill) => editing.setMark(of.code, skill.code, nextMark(editing.ownMark(of.code, skill.code))))
                        }
                        onUndo={editing?.undo}
                    />
                </>
            )}
            {open && (
                <CellDialog
                    {...open}
                    cell={map.cells.find((cell) => cell.category === open.category.code && cell.skill === open.skill.code)}
                    nameOf={nameOf}
                    onClose={() => setOpen(null)}
                    own={editing?.ownMark(open.category.code, open.skill.code)}
                    onMark={editing && ((mark) => editing.setMark(open.category.code, open.skill.code, mark))}
                />
            )}
        </div>
    );
}

/** The plan names its axes; the map only has their codes. */
function useAxisNames(wanted: boolean): (code: string) => string {
    const pair = usePair();
    const { on } = useAsOf();
    const plan = api.useQuery("get", "/plan", { params: { query: { on } } }, { enabled: wanted });
    return (code) => {
        const axis = plan.data?.plan.axes.find((one) => one.code === code);
        return axis ? pair(axis.name, axis.name_en) : code;
    };
}
