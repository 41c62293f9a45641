// A roster as it comes from Excel, through the wizard: read, checked, imported, taken back.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { messy } from "./roster.ts";
import { type Someone, signedIn } from "./town.ts";

interface Found {
    rows: { staff_no: string; name: string }[];
    total: number;
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const found = (one: Someone) => one.ask<Found>("GET", `/staff?q=${encodeURIComponent("髙﨑")}`);

test("a messy roster in CP932 is read, its wrong rows reported with reason and remedy, the rest imported, and all of it undone", async () => {
    const one = await signedIn(browser, "training_officer");
    const { page } = one;
    const before = (await found(one)).total;
    await page.goto(one.at("/imports"));
    await settled(page);
    await page.locator("input[type=file]").setInputFiles({ name: "職員名簿.csv", mimeType: "text/csv", buffer: messy.bytes() });
    await page.getByText(`${messy.good + messy.bad}行・8列を読み取りました。`).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: /一部の名簿/ }).check({ force: true });
    await page.getByRole("checkbox", { name: /組織にない所属を新しく作る/ }).check({ force: true });
    await page.getByRole("button", { name: "何が変わるかを確かめる" }).click();
    await page.getByText("人材区分が変わる").first().waitFor();
    await page.getByText("R7.13.45").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "取り込む", exact: true }).click();
    await page.getByText("取り込めない行があります。").first().waitFor();
    await page.getByRole("checkbox", { name: `取り込めない${messy.bad}行を除いて取り込む` }).check({ force: true });
    await page.getByRole("button", { name: "取り込む", exact: true }).click();
    await page.getByText("取り込みました").first().waitFor();
    const imported = await found(one);
    expect(imported.total).toBe(before + 1);
    expect(imported.rows.map(({ staff_no }) => staff_no)).toContain("009001");
    await page.getByRole("button", { name: "この取込を取り消す" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).click();
    await page.getByText("取込を取り消しました。").first().waitFor();
    expect((await found(one)).total).toBe(before);
    expect(one.takeFaults().filter((fault) => !/status of 422/.test(fault))).toEqual([]);
    await one.context.close();
});

test("a file that cannot be read is refused on the page with what to do about it", async () => {
    const one = await signedIn(browser, "training_officer");
    const { page } = one;
    await page.goto(one.at("/imports"));
    await settled(page);
    const old = Buffer.from("d0cf11e0a1b11ae1000000000000000000", "hex");
    await page
        .locator("input[type=file]")
        .setInputFiles({ name: "職員名簿.xlsx", mimeType: "application/octet-stream", buffer: old });
    await page.getByText("「Excel ブック (.xlsx)」で保存し直してください。").waitFor();
    expect(await violations(page)).toEqual([]);
    await one.context.close();
});

test("what is no roster is refused in words, and nothing is kept of it", async () => {
    const one = await signedIn(browser, "training_officer");
    const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    const answer = await one.request("PUT", "/imports/files?name=photo.xlsx", picture);
    expect([415, 422]).toContain(answer.status());
    expect((await answer.json()).message).not.toBe("");
    await one.context.close();
});
