import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HoldersTable } from "./HoldersTable.tsx";
import { NearTable } from "./NearTable.tsx";
import { PriorLearning } from "./PriorLearning.tsx";
import { RuleBox } from "./RuleBox.tsx";
import { WaitingTable } from "./WaitingTable.tsx";
import { words } from "./words.ts";

/** Who fulfils a level's rule and waits, who is near, and what was learned before: where the offices certify. */
export function LevelsPage() {
    const { on } = useAsOf();
    const [{ level }] = useFilters(["level"]);
    const query = api.useQuery("get", "/levels/candidates", { params: { query: { on, level: level || undefined } } });
    return (
        <Ask query={query} lines={8}>
            {(found) => (found.level ? <Found found={found} level={found.level} /> : <NoLevels />)}
        </Ask>
    );
}

function NoLevels() {
    const m = useWords(words);
    return (
        <>
            <PageHead title={m.title} />
            <EmptyState title={m.no_levels} icon="target" action={<LinkButton to={"/plan" as "."}>{m.to_plan}</LinkButton>}>
                {m.no_levels_hint}
            </EmptyState>
        </>
    );
}

function Found({ found, level }: { found: Schema<"Candidates">; level: Schema<"LevelRule"> }) {
    const m = useWords(words);
    const pair = usePair();
    const [{ tab }, setFilters] = useFilters(["tab", "level"]);
    const name = pair(level.name, level.name_en);
    const line = found.levels.find((one) => one.level === level.level);
    return (
        <>
            <PageHead
                title={m.title}
                action={
                    <Link to={"/certificates" as "."} className="link">
                        {m.check}
                    </Link>
                }
            >
                {m.lead(name, line?.ready ?? 0)}
            </PageHead>
            {/* biome-ignore lint/a11y/useSemanticElements: these are buttons, not fields of a form */}
            <div role="group" aria-label={m.choose_level} className="no-print mb-6 flex flex-wrap gap-3">
                {found.levels.map((one) => (
                    <Button
                        key={one.level}
                        size="small"
                        look={one.level === level.level ? "primary" : "secondary"}
                        aria-pressed={one.level === level.level}
                        onPress={() => setFilters({ level: one.level })}
                    >
                        <span>{pair(one.name, one.name_en)}</span>
                        <span className="font-normal text-sm">{m.level_counts(one.holders, one.ready)}</span>
                    </Button>
                ))}
            </div>
            <RuleBox level={level} />
            <Tabs
                label={name}
                selected={tab || "ready"}
                onSelect={(id) => setFilters({ tab: id === "ready" ? "" : id })}
                tabs={[
                    {
                        id: "ready",
                        label: `${m.tab_ready} ${line?.ready ?? 0}`,
                        content: <WaitingTable found={found} level={level} />,
                    },
                    { id: "near", label: `${m.tab_near} ${line?.near ?? 0}`, content: <NearTable found={found} name={name} /> },
                    { id: "holders", label: m.tab_holders, content: <HoldersTable level={level.level} name={name} /> },
                    { id: "prior", label: m.tab_prior, content: <PriorLearning key={level.level} level={level} /> },
                ]}
            />
        </>
    );
}
