import type { Schema } from "../../api/types.ts";

export type Action = Schema<"Action">;
export type Actions = Schema<"Actions">;
export const states = ["planned", "under_way", "done", "dropped"] as const satisfies readonly Schema<"ActionStatus">[];

export interface IssueGroup {
    code: string;
    name: string;
    direction: string;
    actions: Action[];
    trends: Schema<"Trend">[];
}

/** An issue with its actions, and beside them the shares that speak of it or that an action should move. */
export function byIssue({ issues, actions, trends }: Actions): IssueGroup[] {
    const known = new Set(issues.map(({ code }) => code));
    const strangers = [...new Set(actions.map(({ issue }) => issue))].filter((code) => !known.has(code));
    const all = [...issues, ...strangers.map((code) => ({ code, name: "", direction: "" }))];
    return all.map(({ code, name, direction }) => {
        const own = actions.filter(({ issue }) => issue === code);
        const meant = new Set(own.map(({ indicator }) => indicator));
        return {
            code,
            name: name || (own[0]?.issue_name ?? code),
            direction,
            actions: own,
            trends: trends.filter((trend) => trend.issue === code || meant.has(`${trend.survey}/${trend.code}`)),
        };
    });
}

/** What is sent to change one, with a part of it new. */
export const changeOf = (action: Action, part: Partial<Schema<"ActionForm">>): Schema<"ActionChange"> => ({
    issue: action.issue,
    direction: action.direction,
    measure: action.measure,
    what: action.what,
    owner: action.owner,
    due: action.due,
    status: action.status,
    indicator: action.indicator,
    wave: action.wave,
    note: action.note,
    revision: action.revision,
    ...part,
});
