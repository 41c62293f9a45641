// The year's end: the office looks back on a course, drafts the next year from this one, and reads in the diff what it said.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { everythingFine, type Someone, signedIn } from "./town.ts";

interface Board {
    fiscal_year: number;
    rows: { course: string | null; name: string; state: string; runs: { status: string }[] }[];
}
interface Versions {
    versions: { id: number; status: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

async function withdrawDraft(plan_office: Someone) {
    const { versions } = await plan_office.ask<Versions>("GET", "/plan/versions");
    for (const { id } of versions.filter(({ status }) => status === "draft"))
        await plan_office.request("DELETE", `/plan/versions/${id}`);
}

test("a review goes into the draft of the next year, and asked again it adds nothing twice", async () => {
    const plan_office = await signedIn(browser, "dx_office");
    await withdrawDraft(plan_office);
    const office = await signedIn(browser, "training_officer");
    const { page } = office;
    const board = await office.ask<Board>("GET", "/training/year");
    const held = board.rows.find(({ state, runs }) => state === "unplanned" && runs.some(({ status }) => status === "open"));
    if (!held?.course) throw new Error("the demo's year has no course that is held without a row");
    await office.request("DELETE", `/courses/${held.course}/review?fiscal_year=${board.fiscal_year}`);

    await page.goto(office.at("/training/year"));
    await settled(page);
    await page
        .getByRole("button", { name: `「${held.name}」の振り返り`, exact: true })
        .first()
        .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^見直し/ }).check();
    await dialog.getByRole("button", { name: "保存する" }).click();
    await dialog.getByText("何を見直すかを入力してください。").first().waitFor();
    await dialog.getByRole("textbox").fill("半日の動画にする。");
    await dialog.getByRole("button", { name: "保存する" }).click();
    await page.getByText("振り返りを保存しました。").waitFor();

    const draft = async () => {
        await page.getByRole("button", { name: /年度の案を作る$/ }).click();
        await dialog.getByRole("button", { name: "案を作る" }).click();
    };
    await draft();
    await dialog.getByText(/改定案に \d+行を加えました。/).waitFor();
    await dialog.getByRole("button", { name: "閉じる" }).first().click();
    await draft();
    await dialog.getByText("加える行はありませんでした。").waitFor();
    await dialog.getByRole("link", { name: "改定案の変更点を見る" }).click();
    await page.waitForURL(/plan\/versions\/\d+\/review/);
    await page
        .getByText(new RegExp(`年度の計画の「${held.name}」を追加します。`))
        .first()
        .waitFor();
    expect(await page.getByText("まだ変更はありません").count()).toBe(0);
    await everythingFine(office);

    await withdrawDraft(plan_office);
    await plan_office.context.close();
});
