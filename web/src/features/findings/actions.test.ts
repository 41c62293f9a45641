import { expect, test } from "vitest";
import { type Actions, byIssue, changeOf } from "./actions.ts";

const action = (id: number, issue: string, indicator = "") =>
    ({
        id,
        issue,
        indicator,
        issue_name: `課題${issue}`,
        revision: 3,
        what: "研修",
        status: "planned",
    }) as Actions["actions"][number];
const trend = (code: string, issue: string) => ({ survey: "iwaki", code, issue }) as Actions["trends"][number];

test("beside an issue stand the shares that speak of it and those that its actions should move", () => {
    const groups = byIssue({
        issues: [
            { code: "I1", name: "知識の不足", direction: "" },
            { code: "I2", name: "意識", direction: "" },
        ],
        measures: [],
        actions: [action(1, "I2", "iwaki/a")],
        trends: [trend("a", ""), trend("b", "I1"), trend("c", "I3")],
        may_edit: true,
    });
    expect(groups.map(({ code, actions, trends }) => [code, actions.length, trends.map((one) => one.code)])).toEqual([
        ["I1", 0, ["b"]],
        ["I2", 1, ["a"]],
    ]);
});

test("an action of an issue that the plan no longer names is not lost", () => {
    const [group] = byIssue({ issues: [], measures: [], actions: [action(1, "I9")], trends: [], may_edit: false });
    expect(group).toMatchObject({ code: "I9", name: "課題I9" });
});

test("a change of the status takes the rest and the revision along", () => {
    expect(changeOf(action(1, "I1"), { status: "done" })).toMatchObject({ what: "研修", status: "done", revision: 3 });
});
