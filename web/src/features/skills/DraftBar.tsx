import { saidOf } from "../../api/refusal.ts";
import { usePair, useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { cellsByKey, type SkillMap } from "./map.ts";
import { words } from "./map_words.ts";
import type { Draft } from "./useDraft.ts";

/** What is being edited, whether it is saved, and how to go back. */
export function DraftBar({ draft, before }: { draft: Draft; before: SkillMap | undefined }) {
    const m = useWords(words);
    const pair = usePair();
    if (draft.refusal) {
        const meanwhile = draft.refusal.code === "changed_meanwhile";
        return (
            <div className="mb-4">
                <Notice
                    live
                    tone="bad"
                    title={meanwhile ? m.meanwhile : m.not_saved}
                    action={
                        <Button size="small" onPress={draft.reload}>
                            {m.load_latest}
                        </Button>
                    }
                >
                    {meanwhile ? m.meanwhile_hint : saidOf(draft.refusal, pair)}
                </Notice>
            </div>
        );
    }
    return (
        <div className="no-print mb-4">
            <Notice
                title={draft.open ? m.draft_title(draft.title) : m.version_title(draft.title)}
                action={
                    draft.open && (
                        <>
                            <Button size="small" disabled={!draft.undo} onPress={() => draft.undo?.()}>
                                {m.undo}
                            </Button>
                            <LinkButton to={`/plan/versions/${draft.version}/review` as "/"} size="small">
                                {m.draft_review}
                            </LinkButton>
                        </>
                    )
                }
            >
                <p>{draft.open ? m.draft_saved : m.draft_closed}</p>
                {draft.open && before && <p className="tabular">{m.draft_changed(changedCells(before, draft.map))}</p>}
                <p role="status" className="sr-only">
                    {draft.saved > 0 && `${m.saved} (${draft.saved})`}
                </p>
            </Notice>
        </div>
    );
}

function changedCells(before: SkillMap, after: SkillMap): number {
    const old = cellsByKey(before.cells);
    const now = cellsByKey(after.cells);
    const keys = new Set([...old.keys(), ...now.keys()]);
    return [...keys].filter((key) => old.get(key)?.mark !== now.get(key)?.mark).length;
}
