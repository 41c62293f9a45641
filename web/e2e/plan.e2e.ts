// The DX office revises the plan: a draft, a cell by keyboard, what it changes, what it would do, and in force.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { signedIn, until } from "./town.ts";

interface Version {
    id: number;
    revision: number;
    status: string;
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test("a draft's cell is changed by keyboard; the diff says it, the dry run counts it, and then it is in force", async () => {
    const one = await signedIn(browser, "dx_office");
    const { today } = await one.ask<{ today: string }>("GET", "/me");
    const draft = await one.ask<Version>("POST", "/plan/drafts", { title: "改定案", note: "" });
    await one.page.goto(one.at(`/skills?draft=${draft.id}`));
    await settled(one.page);
    const cell = one.page.getByRole("button", { name: / × .*: / }).first();
    await cell.focus();
    await one.page.keyboard.press("Space");
    const saved = await until(
        async () => (await one.ask<{ version: Version }>("GET", `/plan/versions/${draft.id}`)).version,
        ({ revision }) => revision > draft.revision,
    );
    expect(saved.revision).toBeGreaterThan(draft.revision);
    expect(await violations(one.page)).toEqual([]);
    const { changes } = await one.ask<{ changes: { sentence: string }[] }>("GET", `/plan/versions/${draft.id}/diff`);
    expect(changes.map(({ sentence }) => sentence).join("")).not.toBe("");
    const trial = await one.ask<{ population: { before: number } }>("GET", `/plan/versions/${draft.id}/dry-run`);
    expect(trial.population.before).toBeGreaterThan(0);
    const input = { in_force_from: today, revision: saved.revision };
    const enacted = await one.ask<Version>("POST", `/plan/versions/${draft.id}/enact`, input);
    expect(enacted.status).toBe("in_force");
    const map = await one.ask<{ categories: { code: string }[]; skills: { code: string }[] }>("GET", "/skills/map");
    const change = { category: map.categories[0]?.code, skill: map.skills[0]?.code, mark: null };
    const late = { revision: enacted.revision, cells: [change] };
    expect((await one.request("PATCH", `/plan/versions/${draft.id}/cells`, late)).status()).toBe(409);
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});
