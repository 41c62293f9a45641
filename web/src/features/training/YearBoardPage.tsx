import { use } from "react";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMay } from "../../app/session.ts";
import { LanguageContext } from "../../i18n/context.ts";
import { fiscalYear } from "../../i18n/dates.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { BoardTable } from "./BoardTable.tsx";
import { NextYear } from "./NextYear.tsx";
import { words } from "./office_words.ts";
import { TrainingNav } from "./TrainingNav.tsx";

/** 年間計画と実績: what the plan says for each month beside what is held. One sheet of A4, landscape. */
export function YearBoardPage() {
    const { fiscal_year } = useAsOf();
    const board = api.useQuery("get", "/training/year", { params: { query: { fiscal_year } } });
    return (
        <>
            <TrainingNav />
            <Ask query={board} lines={10}>
                {(found) => <Found board={found} />}
            </Ask>
        </>
    );
}

function Found({ board }: { board: Schema<"Board"> }) {
    const m = useWords(words);
    const { language } = use(LanguageContext);
    const manages = useMay("training_manage");
    const edits_plan = useMay("edit_plan");
    const drafts = manages || edits_plan;
    const planned = board.rows.filter(({ state }) => state !== "activity" && state !== "unplanned");
    const held = planned.filter(({ state }) => state === "held" || state === "late").length;
    return (
        <div data-print="wide">
            <PageHead
                title={m.board_title(fiscalYear(board.fiscal_year, language))}
                action={
                    <>
                        {drafts && <NextYear year={board.fiscal_year} />}
                        <Button icon="print" onPress={() => window.print()}>
                            {m.print}
                        </Button>
                    </>
                }
            >
                {board.rows.length > 0 && m.board_lead(planned.length, held)}
            </PageHead>
            {board.rows.length === 0 ? (
                <EmptyState title={m.board_empty} icon="calendar">
                    {m.board_empty_hint}
                </EmptyState>
            ) : (
                <BoardTable rows={board.rows} year={board.fiscal_year} />
            )}
        </div>
    );
}
