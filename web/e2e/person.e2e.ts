// What a person and the head of their section do with skills.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { everythingFine, type Someone, signedIn, until } from "./town.ts";

interface Row {
    skill: string;
    name: string;
    self: { holds: boolean; dated_on: string } | null;
    confirmed: { holds: boolean } | null;
    decision: { needed: boolean; reason: string } | null;
    mark: string;
}
interface Skills {
    rows: Row[];
}
interface Me {
    staff: number;
    today: string;
    unit: number;
}
interface Staff {
    rows: { id: number; name: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const skillsOf = (one: Someone, staff: number) => one.ask<Skills>("GET", `/staff/${staff}/skills`);

test("a staff member goes to their own page by the menu and rates a skill; the rating is dated today and does not count as held", async () => {
    const one = await signedIn(browser, "staff");
    const { staff, today } = await one.ask<Me>("GET", "/me");
    await one.page.getByRole("link", { name: "わたし", exact: true }).first().click();
    await one.page.waitForURL(/\/me/);
    await settled(one.page);
    const rating = one.page.getByRole("group", { name: /: 自己評価$/ }).first();
    const name = await one.page.getByRole("article").filter({ has: rating }).first().getAttribute("aria-label");
    await rating.getByRole("button", { name: "できる" }).click();
    await one.page.getByText("自己評価を記録しました。").waitFor();
    const rated = (await skillsOf(one, staff)).rows.find((row) => row.name === name);
    expect(rated?.self).toMatchObject({ holds: true, dated_on: today });
    await everythingFine(one);
});

test("a head confirms a skill of a member, and it is the head's word that is kept", async () => {
    const one = await signedIn(browser, "section_head");
    const me = await one.ask<Me>("GET", "/me");
    const { rows } = await one.ask<Staff>("GET", "/staff?size=100");
    const member = rows.find(({ id }) => id !== me.staff);
    if (!member) throw new Error("the head has no member");
    await one.page.goto(one.at(`/staff/${member.id}`));
    await settled(one.page);
    const confirming = one.page.getByRole("group", { name: /: 確認$/ }).first();
    const name = await one.page.getByRole("article").filter({ has: confirming }).first().getAttribute("aria-label");
    await confirming.getByRole("button", { name: "できると確認する" }).click();
    await one.page.getByText("確認を記録しました。").waitFor();
    const row = (await skillsOf(one, member.id)).rows.find((found) => found.name === name);
    expect(row?.confirmed).toMatchObject({ holds: true });
    await everythingFine(one);
});

test("a head decides a ★ of a member with a reason, and the reason stands in the record", async () => {
    const one = await signedIn(browser, "section_head");
    const me = await one.ask<Me>("GET", "/me");
    const { rows } = await one.ask<Staff>("GET", "/staff?size=100");
    for (const { id } of rows) {
        if (id === me.staff) continue;
        const star = (await skillsOf(one, id)).rows.find(({ mark }) => mark === "conditional");
        if (!star) continue;
        await one.page.goto(one.at(`/staff/${id}`));
        await settled(one.page);
        const card = one.page.getByRole("article", { name: star.name, exact: true });
        await card.getByRole("button", { name: "業務に必要かを判断する" }).click();
        await card.getByRole("radio", { name: "必要", exact: true }).check({ force: true });
        await card.getByRole("textbox", { name: /理由/ }).fill("窓口の予約を担当しているため");
        await card.getByRole("button", { name: "判断を記録する" }).click();
        await one.page.getByText("判断を記録しました。").waitFor();
        const decided = await until(
            async () => (await skillsOf(one, id)).rows.find(({ skill }) => skill === star.skill)?.decision,
            (decision) => decision?.reason === "窓口の予約を担当しているため",
        );
        expect(decided).toMatchObject({ needed: true, reason: "窓口の予約を担当しているため" });
        return everythingFine(one);
    }
    throw new Error("nobody in the head's section has a ★");
});

test("a head sees the own section only: somebody else's page is not found, by address and by API", async () => {
    const office = await signedIn(browser, "dx_office");
    const everybody = await office.ask<Staff>("GET", "/staff?size=1000");
    await office.context.close();
    const one = await signedIn(browser, "section_head");
    const seen = new Set((await one.ask<Staff>("GET", "/staff?size=1000")).rows.map(({ id }) => id));
    expect(seen.size).toBeGreaterThan(0);
    expect(seen.size).toBeLessThan(everybody.rows.length);
    const stranger = everybody.rows.find(({ id }) => !seen.has(id));
    if (!stranger) throw new Error("the head sees everybody");
    expect((await one.request("GET", `/staff/${stranger.id}/page`)).status()).toBe(404);
    await one.page.goto(one.at(`/staff/${stranger.id}`));
    await one.page.getByText("見つかりませんでした").waitFor();
    expect(await one.page.getByText(stranger.name).count()).toBe(0);
    await everythingFine(one);
});
