import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { HirobaTabs } from "../hiroba/HirobaTabs.tsx";
import { words } from "./board_words.ts";
import { DeskNav } from "./DeskNav.tsx";
import { Figures } from "./Figures.tsx";
import { HandOverPart } from "./HandOverPart.tsx";
import { OpenLines } from "./OpenLines.tsx";
import { OverLines } from "./OverLines.tsx";

/** What those who answer have before them: what is due, what nobody answers for, what each carries, and the year in figures. */
export function BoardPage() {
    const board = api.useQuery("get", "/desk/board");
    return (
        <>
            <HirobaTabs />
            <DeskNav />
            <Ask query={board} lines={10}>
                {(found) => <Found board={found} />}
            </Ask>
        </>
    );
}

function Found({ board }: { board: Schema<"DeskBoard"> }) {
    const m = useWords(words);
    const manages = useMay("manage_desk");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const open = board.lines.length;
    const waiting = board.lines.filter(({ status }) => status === "waiting_for_asker").length;
    const tabs = [
        { id: "open", label: m.tab.open(open), content: <OpenLines board={board} /> },
        { id: "hand-over", label: m.tab.hand_over(board.without_owner), content: <HandOverPart /> },
        { id: "over", label: m.tab.over, content: <OverLines /> },
        ...(manages ? [{ id: "figures", label: m.tab.figures, content: <Figures /> }] : []),
    ];
    return (
        <>
            <PageHead title={m.title}>{m.lead(open, waiting, board.unanswered, board.overdue, board.without_owner)}</PageHead>
            <Tabs
                label={m.tabs}
                tabs={tabs}
                selected={tabs.some(({ id }) => id === tab) ? tab : "open"}
                onSelect={(id) => setFilters({ tab: id === "open" ? "" : id })}
            />
        </>
    );
}
