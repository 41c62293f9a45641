import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { shortDate } from "../../i18n/dates.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { Decision } from "./Decision.tsx";
import { NomineesTable } from "./NomineesTable.tsx";
import { tally } from "./nominations.ts";
import { words } from "./office_words.ts";
import { RoundActions } from "./RoundActions.tsx";
import { RoundFacts } from "./RoundFacts.tsx";
import { SectionsTable } from "./SectionsTable.tsx";
import { RoundState } from "./States.tsx";

type Board = Schema<"RoundBoard">;

/** The office's page of one round: who has answered, the selection, the decision. */
export function RoundPage() {
    const { round } = useParams({ strict: false });
    const board = api.useQuery("get", "/nominations/{round}", { params: { path: { round: Number(round) } } });
    return (
        <Ask query={board} lines={8}>
            {(found) => <Found board={found} />}
        </Ask>
    );
}

function Found({ board }: { board: Board }) {
    const m = useWords(words);
    const pair = usePair();
    const { language } = use(LanguageContext);
    const { round } = board;
    return (
        <>
            <PageHead
                title={pair(board.title.ja, board.title.en)}
                path={[{ label: m.title, to: "/training/nominations" }]}
                aside={<RoundState status={round.status} />}
                action={<RoundActions round={round} />}
            >
                {leadOf(board, m)}
            </PageHead>
            {round.status === "cancelled" && (
                <div className="mb-6 max-w-3xl">
                    <Notice tone="bad" title={m.cancelled}>
                        {round.cancelled_why}
                    </Notice>
                </div>
            )}
            {round.status === "decided" && round.basis_on && (
                <div className="mb-6 max-w-3xl">
                    <Notice tone="good">{m.decided_on(round.basis_no, shortDate(round.basis_on, language))}</Notice>
                </div>
            )}
            <BoardTabs board={board} />
        </>
    );
}

function leadOf({ round, sections, nominees }: Board, m: ReturnType<typeof words.ja>): string {
    const counts = tally(nominees);
    const waiting = counts.nominated + counts.applied;
    const named = nominees.length - counts.withdrawn - counts.declined;
    if (round.route === "open_call") return m.lead_call(named, waiting);
    const asked = sections.filter((one) => one.asked);
    return m.lead(asked.filter(({ state }) => state !== "unanswered").length, asked.length, named, waiting);
}

function BoardTabs({ board }: { board: Board }) {
    const m = useWords(words);
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const { round } = board;
    const tabs = [
        ...(round.route === "open_call"
            ? []
            : [{ id: "sections", label: m.tab.sections, content: <SectionsTable board={board} /> }]),
        ...(round.status === "draft"
            ? []
            : [
                  { id: "selection", label: m.tab.selection, content: <NomineesTable board={board} /> },
                  { id: "decision", label: m.tab.decision, content: <Decision board={board} /> },
              ]),
        {
            id: "facts",
            label: m.tab.facts,
            content: (
                <div className="max-w-3xl">
                    <RoundFacts round={round} />
                </div>
            ),
        },
    ];
    const first = tabs[0]?.id ?? "facts";
    return (
        <Tabs
            label={m.tabs}
            tabs={tabs}
            selected={tabs.some(({ id }) => id === tab) ? tab : first}
            onSelect={(id) => setFilters({ tab: id === first ? "" : id })}
        />
    );
}
