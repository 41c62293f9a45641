// What holds on every page: who is who, which day it is, which language, how narrow it may be.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, launch, settled, tooWide, violations, visit } from "./browser.ts";
import { demoAccount, type Role, signedIn, slugs } from "./town.ts";

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const roles: Role[] = [
    "staff",
    "section_head",
    "dx_leader",
    "adviser",
    "training_officer",
    "dx_office",
    "executive",
    "administrator",
];

test("each of the eight roles signs in by its demo account and is greeted by its own name", async () => {
    for (const role of roles) {
        const one = await signedIn(browser, role);
        const { name } = await demoAccount(one.slug, role);
        await one.page.getByRole("button", { name: `${name}さんのメニュー` }).waitFor();
        expect(one.takeFaults(), role).toEqual([]);
        await one.context.close();
    }
});

test("a session of one municipality is worthless in another", async () => {
    const [, other] = await slugs();
    if (!other) throw new Error("the server serves one municipality only");
    const one = await signedIn(browser, "administrator");
    expect((await one.request("GET", "/me")).status()).toBe(200);
    // The browser would not even send it there; a thief would.
    const cookie = (await one.context.cookies(one.at("/api/me"))).map(({ name, value }) => `${name}=${value}`).join("; ");
    expect((await fetch(one.at("/api/me"), { headers: { cookie } })).status).toBe(200);
    expect((await fetch(`${base}/${other}/api/me`, { headers: { cookie } })).status).toBe(401);
    await one.page.goto(`${base}/${other}/`);
    await settled(one.page);
    expect(new URL(one.page.url()).pathname).toBe(`/${other}/sign-in`);
    await one.context.close();
});

test("signing out ends the session on the server, not only on the screen", async () => {
    const one = await signedIn(browser, "adviser");
    const cookie = (await one.context.cookies(one.at("/api/me"))).map(({ name, value }) => `${name}=${value}`).join("; ");
    await one.page.getByRole("button", { name: /さんのメニュー$/ }).click();
    await one.page.getByRole("menuitem", { name: "サインアウト" }).click();
    await one.page.waitForURL(/sign-in/);
    expect((await fetch(one.at("/api/me"), { headers: { cookie } })).status).toBe(401);
    await one.context.close();
});

test("two characters in Ctrl+K find a person", async () => {
    const one = await signedIn(browser, "training_officer");
    const { rows } = await one.ask<{ rows: { id: number; name: string }[] }>("GET", "/staff?size=5");
    const sought = rows[0];
    if (!sought) throw new Error("there is nobody");
    await one.page.keyboard.press("Control+k");
    await one.page
        .getByRole("dialog")
        .getByRole("combobox")
        .fill([...sought.name].slice(0, 2).join(""));
    await one.page.getByRole("dialog").getByRole("option").filter({ hasText: sought.name }).first().click();
    await one.page.waitForURL(/\/staff\/\d+/);
    await settled(one.page);
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});

test("a page whose file does not arrive says so, and is there when it is loaded again", async () => {
    const one = await signedIn(browser, "dx_office");
    await one.page.route(/\/assets\/StaffListPage/, (route) => route.abort());
    await one.page.getByRole("link", { name: "職員", exact: true }).first().click();
    await one.page.getByText("画面の部品を受け取れませんでした").waitFor();
    await one.page.unroute(/\/assets\/StaffListPage/);
    await one.page.getByRole("button", { name: "読み込み直す" }).click();
    expect(await settled(one.page)).toBe("職員");
    await one.context.close();
});

test("a page that is fetched when somebody goes there has the focus on its heading", async () => {
    const one = await signedIn(browser, "dx_office");
    await one.page.getByRole("link", { name: "目標", exact: true }).first().click();
    await one.page.waitForURL(/\/targets$/);
    await one.page.locator("h1:focus").waitFor();
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});

test("what opens over the page is fetched, closed with Escape, and the focus is back on its button", async () => {
    const one = await signedIn(browser, "dx_office");
    for (const name of [/さんのメニュー$/, /時点を変える/]) {
        const button = one.page.getByRole("button", { name });
        await button.focus();
        await one.page.keyboard.press("Enter");
        await one.page.getByRole("dialog").waitFor();
        await one.page.keyboard.press("Escape");
        await one.page.getByRole("dialog").waitFor({ state: "detached" });
        await one.page.waitForFunction(
            (text) => document.activeElement?.getAttribute("aria-label") === text,
            await button.getAttribute("aria-label"),
        );
    }
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});

test("a name in the staff list leads to the person without loading the program anew, and on the same day", async () => {
    const one = await signedIn(browser, "dx_office");
    await one.page.goto(one.at("/staff?on=2090-04-01"));
    const name = one.page.locator("main tbody th a").first();
    await name.waitFor();
    expect(await name.getAttribute("href")).toMatch(/\/staff\/\d+\?on=2090-04-01$/);
    await one.page.evaluate(() => document.body.setAttribute("data-kept", ""));
    await name.click();
    await one.page.waitForURL(/\/staff\/\d+\?on=2090-04-01$/);
    await settled(one.page);
    expect(await one.page.locator("body[data-kept]").count()).toBe(1);
    await one.context.close();
});

test("a future day is said to be one, and the header leads back to today", async () => {
    const one = await signedIn(browser, "dx_office");
    await one.page.goto(one.at("/?on=2090-04-01"));
    await settled(one.page);
    await one.page.getByRole("banner").getByText("先の時点を表示しています").waitFor();
    await one.page.getByRole("button", { name: "今日に戻る" }).click();
    await one.page.waitForURL((url) => !url.searchParams.has("on"));
    expect(await one.page.getByText("先の時点を表示しています").count()).toBe(0);
    await one.context.close();
});

test("the language is one press away and stays after a reload", async () => {
    const one = await signedIn(browser, "executive");
    await one.page.getByRole("button", { name: /さんのメニュー$/ }).click();
    await one.page.getByRole("menuitem", { name: "English" }).click();
    await one.page.getByRole("link", { name: "Home", exact: true }).first().waitFor();
    await one.page.reload();
    await settled(one.page);
    await one.page.getByRole("link", { name: "Home", exact: true }).first().waitFor();
    expect(await one.page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await violations(one.page)).toEqual([]);
    await one.context.close();
});

describe("360 px", () => {
    test.each(["staff", "section_head", "dx_office", "training_officer"] as const)(
        "no place of the role %s has to be scrolled sideways",
        async (role) => {
            const one = await signedIn(browser, role, { width: 360 });
            const paths = await one.page
                .getByRole("link")
                .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
            const own = new Set(paths.filter((path) => path.startsWith(`/${one.slug}/`)));
            for (const path of own) {
                await one.page.goto(base + path);
                await settled(one.page);
                expect(await tooWide(one.page), path).toBe(false);
            }
            await one.context.close();
        },
    );
});

test("whoever is not signed in is asked to, and comes to the page they wanted", async () => {
    const slug = (await slugs())[0] ?? "";
    const { login, password } = await demoAccount(slug, "dx_leader");
    const one = await visit(browser);
    await one.page.goto(`${base}/${slug}/account/sessions`);
    await one.page.getByLabel("職員番号").fill(login);
    await one.page.getByLabel("パスワード").fill(password);
    await one.page.getByRole("button", { name: "サインイン", exact: true }).click();
    await one.page.waitForURL(/account\/sessions/);
    expect(await settled(one.page)).toContain("端末");
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});
