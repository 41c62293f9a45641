// One chain, each link made from the one before: a topic becomes a consultation, the consultation a case, the case is confirmed, taken up
// by another section, told in the newsletter, and stands as evidence on a person's skill page.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { everythingFine, like, type Someone, signedIn } from "./town.ts";

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const problem = "受付簿と月報に同じことを**二度**書いています。";
const box = (page: Page, name: RegExp) => page.getByRole("textbox", { name });
const idOf = (page: Page) => Number(/\/(\d+)$/.exec(new URL(page.url()).pathname)?.[1]);

async function open(one: Someone, path: string) {
    await one.page.goto(one.at(path));
    await settled(one.page);
}

test("a topic becomes a consultation, a case, another section's case, news, and evidence of a skill", async () => {
    const title = `二度書きをなくす ${Date.now()}`;
    const staff = await signedIn(browser, "staff");
    const topic = await talkedAbout(staff, title);
    const consultation = await consulted(staff, topic, title);
    const adviser = await signedIn(browser, "adviser");
    await finished(adviser, consultation);
    const one = await improved(staff, consultation, title);
    const head = await signedIn(browser, "section_head");
    await confirmed(head, one);
    const office = await signedIn(browser, "dx_office");
    await adopted(office, one, title);
    await told(office, staff, title);
    await shown(staff, head, one, title);
    for (const person of [staff, adviser, head, office]) await everythingFine(person);
});

async function talkedAbout(staff: Someone, title: string): Promise<number> {
    const { page } = staff;
    await open(staff, "/hiroba/new");
    await page.getByRole("combobox", { name: /^部屋/ }).selectOption({ label: "課題" });
    await box(page, /^題名/).fill(title);
    await box(page, /^本文/).fill(problem);
    await page.getByRole("button", { name: "投稿する", exact: true }).click();
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    return idOf(page);
}

/** From the topic's page, with nothing typed again. */
async function consulted(staff: Someone, topic: number, title: string): Promise<number> {
    const { page } = staff;
    await open(staff, `/hiroba/topics/${topic}`);
    await page.getByRole("link", { name: "相談にする" }).click();
    await page.waitForURL(/\/desk\/new/);
    await settled(page);
    expect(await box(page, /^件名/).inputValue()).toBe(title);
    expect(await box(page, /^困っていること/).inputValue()).toContain("二度");
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "相談を送る" }).click();
    await page.waitForURL(/\/desk\/\d+$/);
    return idOf(page);
}

async function finished(adviser: Someone, consultation: number) {
    const { page } = adviser;
    await open(adviser, `/desk/${consultation}`);
    await box(page, /^返事/).fill("受付簿から月報を作れます。");
    await page.getByRole("button", { name: "返事を送る" }).click();
    await page.getByText("返事を送りました。").waitFor();
    await page.getByRole("button", { name: "ほかの操作" }).click();
    await page.getByRole("menuitem", { name: "相談を終える" }).click();
    const dialog = page.getByRole("dialog");
    await box(page, /^したことと結果/).fill("受付簿から月報が出るようにした。");
    await dialog.getByRole("button", { name: "相談を終える" }).click();
    await page.getByText("相談を終えました。").waitFor();
}

/** The case knows what was consulted; only the flow before and after is new. */
async function improved(staff: Someone, consultation: number, title: string): Promise<number> {
    const { page } = staff;
    await open(staff, `/desk/${consultation}`);
    await page.getByRole("link", { name: "改善事例にする" }).click();
    await page.waitForURL(/\/improvement\/new/);
    await settled(page);
    expect(await box(page, /^題名/).inputValue()).toBe(title);
    expect(await box(page, /^課題/).inputValue()).toContain("二度");
    for (const [side, minutes] of [
        ["改善前", "30"],
        ["改善後", "5"],
    ] as const) {
        const group = page.getByRole("group", { name: side, exact: true });
        await group.getByRole("button", { name: "手順を加える" }).click();
        await box(page, new RegExp(`^${side} 1番目の手順`)).fill("月報をつくる");
        await box(page, new RegExp(`^${side} 1番目の分`)).fill(minutes);
        await box(page, new RegExp(`^${side} 1番目の人数`)).fill("1");
        await box(page, new RegExp(`^${side} 1番目の回`)).fill("240");
    }
    await page.getByText("100時間減ります").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "下書きを保存する" }).click();
    await page.waitForURL(/\/improvement\/\d+$/);
    const id = idOf(page);
    await moveTo(page, "効果");
    await page.getByRole("button", { name: "みんなに公開する" }).click();
    await page.getByText("公開しました。").waitFor();
    return id;
}

async function moveTo(page: Page, stage: string) {
    await page.getByRole("button", { name: "段階を進める" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: /^どの段階/ }).selectOption({ label: stage });
    await dialog.getByRole("button", { name: "段階を進める" }).click();
    await page.getByText(`「${stage}」に進めました。`).waitFor();
}

async function confirmed(head: Someone, id: number) {
    const { page } = head;
    await open(head, `/improvement/${id}`);
    await page.getByRole("button", { name: "確認する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "確認する" }).click();
    await page.getByText("事例を確認しました。").waitFor();
}

/** Somebody of another section begins from it; the case shows where it went. */
async function adopted(other: Someone, id: number, title: string) {
    const { page } = other;
    await open(other, `/improvement/${id}`);
    await page.getByRole("link", { name: "この事例をうちでもやる" }).first().click();
    await page.waitForURL(/\/improvement\/new/);
    await settled(page);
    expect(await box(page, /^題名/).inputValue()).toContain(title);
    await box(page, /^改善前 1番目の回/).fill("120");
    await box(page, /^改善後 1番目の回/).fill("120");
    await page.getByRole("button", { name: "下書きを保存する" }).click();
    await page.waitForURL((url) => /\/improvement\/\d+$/.test(url.pathname) && !url.pathname.endsWith(`/${id}`));
    await page.getByRole("button", { name: "みんなに公開する" }).click();
    await page.getByText("公開しました。").waitFor();
    const source = await other.ask<{ adopted_by: unknown[] }>("GET", `/cases/${id}`);
    expect(source.adopted_by.length).toBe(1);
}

/** The office picks what is new; everybody reads the same. */
async function told(office: Someone, reader: Someone, title: string) {
    const { page } = office;
    await open(office, "/newsletters");
    await page.getByRole("button", { name: "号をつくる" }).click();
    const dialog = page.getByRole("dialog");
    await box(page, /^表題/).fill("窓口の書きものを減らす");
    await dialog.getByRole("checkbox", { name: /^新しいできごと/ }).check();
    await dialog.getByRole("button", { name: "つくる" }).click();
    await page.waitForURL(/\/newsletters\/\d+$/);
    await settled(page);
    const issue = idOf(page);
    await page.getByText(title).first().waitFor();
    await page.getByRole("button", { name: "発行する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "発行する" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await open(reader, `/newsletters/${issue}`);
    await reader.page.getByText(title).first().waitFor();
    const pdf = await reader.request("GET", `/newsletters/${issue}/pdf`);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
}

async function shown(staff: Someone, head: Someone, id: number, title: string) {
    const { page } = staff;
    await open(staff, `/improvement/${id}`);
    await page.getByRole("button", { name: /の根拠にする$/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByRole("button", { name: /の根拠にする$/ }).click();
    await page.getByText(/件を申告しました/).waitFor();
    await open(head, `/improvement/${id}`);
    await head.page
        .getByRole("button", { name: like("", "", "を確認する$") })
        .first()
        .click();
    await head.page.getByText(/申告を確認しました/).waitFor();
    const { staff: person } = await staff.ask<{ staff: number }>("GET", "/me");
    const { rows } = await staff.ask<{ rows: { name: string; evidence: { source: string; url: string }[] }[] }>(
        "GET",
        `/staff/${person}/skills`,
    );
    const skill = rows.find(({ evidence }) => evidence.some(({ url }) => url === `/improvement/${id}`));
    expect(skill?.evidence.map(({ source }) => source).join()).toContain(title);
    await open(staff, "/me");
    const card = page.getByRole("article", { name: skill?.name ?? "" });
    await card.locator("summary").click();
    await card.getByRole("link", { name: new RegExp(title) }).click();
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
}
