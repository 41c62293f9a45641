import { useState } from "react";
import { api, queries, server } from "../../api/client.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Day } from "../../ui/Day.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { toast } from "../../ui/toasts.ts";
import type { Wave } from "../surveys/waves.ts";
import { useMoves } from "../training/useMoves.ts";
import { ActionDialog } from "./ActionDialog.tsx";
import { words } from "./action_words.ts";
import { type Action, type Actions, byIssue, changeOf, type IssueGroup, states } from "./actions.ts";
import { OneTrend } from "./TrendsPart.tsx";

interface Props {
    waves: readonly Wave[];
}

/** 課題と対応: issue by issue, what is done about it beside the share that should move. */
export function ActionsPart({ waves }: Props) {
    const m = useWords(words);
    const board = api.useQuery("get", "/survey-actions");
    return (
        <Ask query={board} lines={8}>
            {(found) => {
                const groups = byIssue(found);
                if (groups.length === 0)
                    return (
                        <EmptyState title={m.none} icon="target">
                            {m.none_hint}
                        </EmptyState>
                    );
                return (
                    <>
                        <p className="mb-6 max-w-3xl text-quiet">{m.lead}</p>
                        {groups.map((group) => (
                            <Issue key={group.code} group={group} board={found} waves={waves} />
                        ))}
                    </>
                );
            }}
        </Ask>
    );
}

function Issue({ group, board, waves }: { group: IssueGroup; board: Actions; waves: readonly Wave[] }) {
    const m = useWords(words);
    const [editing, setEditing] = useState<Action | "new" | null>(null);
    return (
        <Section title={group.name} level={3} lead={group.direction && `${m.direction}: ${group.direction}`}>
            <div className="grid gap-x-10 gap-y-4 desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
                <div>
                    {group.actions.length === 0 && <p className="text-quiet">{m.no_actions}</p>}
                    <ul>
                        {group.actions.map((action) => (
                            <OneAction
                                key={action.id}
                                action={action}
                                aim={group.direction}
                                edits={board.may_edit}
                                onEdit={() => setEditing(action)}
                            />
                        ))}
                    </ul>
                    {board.may_edit && (
                        <Button
                            size="small"
                            className="no-print mt-3"
                            aria-label={m.add_for(group.name)}
                            onPress={() => setEditing("new")}
                        >
                            {m.add}
                        </Button>
                    )}
                </div>
                <div className="grid content-start gap-6">
                    {group.trends.map((trend) => (
                        <OneTrend key={`${trend.survey} ${trend.code}`} trend={trend} />
                    ))}
                </div>
            </div>
            {editing && (
                <ActionDialog
                    action={editing === "new" ? null : editing}
                    issue={group.code}
                    board={board}
                    waves={waves}
                    onClose={() => setEditing(null)}
                />
            )}
        </Section>
    );
}

const tones = { planned: "plain", under_way: "info", done: "good", dropped: "plain" } as const;

interface OneProps {
    action: Action;
    /** What is said of the issue as a whole; not said again. */
    aim: string;
    edits: boolean;
    onEdit: () => void;
}

function OneAction({ action, aim, edits, onEdit }: OneProps) {
    const m = useWords(words);
    const { failed } = useMoves();
    const put = (status: Action["status"]) =>
        server
            .PUT("/survey-actions/{id}", { params: { path: { id: action.id } }, body: changeOf(action, { status }) })
            .then(() => toast(m.saved))
            .catch(failed)
            .finally(() => queries.invalidateQueries({ queryKey: ["get", "/survey-actions"] }));
    return (
        <li className="border-line border-b py-3 first:border-t">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0 flex-1 basis-64">
                    <p className="font-bold">{action.what}</p>
                    {action.direction && action.direction !== aim && <p>{action.direction}</p>}
                    <p className="text-quiet text-sm">
                        {[action.owner, action.measure_name].filter(Boolean).join(" · ")}
                        {action.due && (
                            <>
                                {" · "}
                                {m.due} <Day iso={action.due} />
                            </>
                        )}
                    </p>
                    {action.overdue && <Badge tone="bad">{m.overdue}</Badge>}
                    {action.note && <p className="whitespace-pre-line text-sm">{action.note}</p>}
                </div>
                {edits ? (
                    <div className="no-print flex items-center gap-2">
                        <select
                            aria-label={m.status_of(action.what)}
                            value={action.status}
                            onChange={({ target }) => void put(target.value as Action["status"])}
                            className="field field-small w-32"
                        >
                            {states.map((status) => (
                                <option key={status} value={status}>
                                    {m.states[status]}
                                </option>
                            ))}
                        </select>
                        <Button size="small" look="quiet" aria-label={m.edit_one(action.what)} onPress={onEdit}>
                            {m.edit}
                        </Button>
                    </div>
                ) : (
                    <Badge tone={tones[action.status]}>{m.states[action.status]}</Badge>
                )}
            </div>
        </li>
    );
}
