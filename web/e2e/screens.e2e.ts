import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base, launch, settled, tooWide, type Visit, violations, visit } from "./browser.ts";

let browser: Browser;
let cities: { slug: string }[];
let accounts: { login: string; password: string; role: string }[];

beforeAll(async () => {
    browser = await launch();
    cities = (await (await fetch(`${base}/api/municipalities`)).json()).municipalities;
    accounts = (await (await fetch(`${base}/${cities[0]?.slug}/api/demo-accounts`)).json()).accounts;
});
afterAll(() => browser.close());

async function signIn({ page }: Visit, slug: string, at: number) {
    await page.goto(`${base}/${slug}/`);
    await page.locator("section[aria-labelledby=demo] button").nth(at).click();
    await page.locator("main#main").waitFor();
    return settled(page);
}

describe("before signing in", () => {
    test("the root page lists the municipalities, and each asks who is there", async () => {
        const one = await visit(browser);
        await one.page.goto(base);
        await settled(one.page);
        expect(await one.page.locator("main a").count()).toBe(cities.length);
        expect(await violations(one.page)).toEqual([]);
        for (const { slug } of cities) {
            await one.page.goto(`${base}/${slug}/`);
            await settled(one.page);
            expect(one.page.url()).toContain(`/${slug}/sign-in`);
        }
        expect(await violations(one.page)).toEqual([]);
        expect(one.takeFaults()).toEqual([]);
        await one.context.close();
    });

    test("a wrong password is refused in words, and what was typed as the number stays", async () => {
        const one = await visit(browser);
        await one.page.goto(`${base}/${cities[0]?.slug}/sign-in`);
        await one.page.locator("input[name=login]").fill("999999");
        await one.page.locator("input[name=password]").fill("wrong");
        await one.page.locator("button[type=submit]").click();
        await one.page.locator("[role=alert]").waitFor();
        expect(await one.page.locator("input[name=login]").inputValue()).toBe("999999");
        await one.context.close();
    });
});

describe.each([
    { width: 1280, language: "ja" },
    { width: 390, language: "ja" },
    { width: 1280, language: "en" },
] as const)("every place of every role at $width px in $language", (how) => {
    test("opens with a heading, without a violation, a fault or a sideways scroll", async () => {
        const seen = new Set<string>();
        for (const [at, { role }] of accounts.entries()) {
            const one = await visit(browser, how);
            await signIn(one, cities[0]?.slug ?? "", at);
            const linked = (nav: string) =>
                one.page.locator(`${nav} a`).evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
            // A set that grows while it is walked: a place may have a menu of its own.
            const places = new Set(await linked("nav"));
            for (const path of places) {
                // Home differs by role; other places are the same page.
                const key = path.endsWith("/") ? `${path}${role}` : path;
                if (seen.has(key)) continue;
                seen.add(key);
                await one.page.goto(base + path);
                const where = `${role} ${path}`;
                expect(await settled(one.page), where).not.toBe("");
                expect(await violations(one.page), where).toEqual([]);
                expect(await tooWide(one.page), where).toBe(false);
                expect(one.takeFaults(), where).toEqual([]);
                for (const below of await linked("nav[data-local]")) places.add(below);
            }
            await one.context.close();
        }
    });
});

describe("the frame", () => {
    test("a past day stands in the address, tints the header, goes along with links, and one press leads back", async () => {
        const one = await visit(browser);
        await signIn(one, cities[0]?.slug ?? "", 0);
        await one.page.goto(`${base}/${cities[0]?.slug}/account/sessions?on=2025-04-01`);
        await settled(one.page);
        await one.page.getByText("過去の時点を表示しています").waitFor();
        await one.page.locator("header a").first().click();
        await one.page.waitForURL(/on=2025-04-01/);
        await one.page.getByRole("button", { name: "今日に戻る" }).click();
        await one.page.waitForURL((url) => !url.searchParams.has("on"));
        await one.context.close();
    });

    test("everything starts from the keyboard: Ctrl+K finds and opens, ? lists the keys", async () => {
        const one = await visit(browser);
        await signIn(one, cities[0]?.slug ?? "", 0);
        await one.page.keyboard.press("Control+k");
        await one.page.getByRole("dialog").getByRole("combobox").fill("端末");
        await one.page.getByRole("dialog").getByRole("option").first().waitFor();
        await one.page.keyboard.press("Enter");
        await one.page.waitForURL(/account\/sessions/);
        await settled(one.page);
        await one.page.keyboard.press("?");
        await one.page.getByRole("dialog").waitFor();
        expect(await violations(one.page)).toEqual([]);
        expect(one.takeFaults()).toEqual([]);
        await one.context.close();
    });
});
