// A survey by the people in it: the office begins from a template, publishes it and asks; a phone answers once; reminders, results
// and what follows from them.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, tooWide, violations } from "./browser.ts";
import { everythingFine, signedIn } from "./town.ts";
import { fillIn, fiveOnPaper, openWave, publishFrom } from "./waves.ts";

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test.each(["iwaki-2023", "hirakata-2024", "hiratsuka-2024"])(
    "%s goes from the template to what is done about it",
    async (pack) => {
        const name = `試験の調査 ${pack} ${Date.now()}`;
        const office = await signedIn(browser, "dx_office");
        const { page } = office;
        const survey = await publishFrom(office, pack);
        const wave = await openWave(office, survey, name);

        const phone = await signedIn(browser, "staff", { width: 390 });
        await phone.page.goto(phone.at("/"));
        await settled(phone.page);
        await phone.page.getByRole("link", { name: new RegExp(name) }).click();
        await phone.page.getByRole("button", { name: "はじめる" }).click();
        await fillIn(phone.page);
        await phone.page.getByText("保存しました").waitFor();
        await phone.page.reload();
        await phone.page.getByText("前回の続きです。").waitFor();
        expect(await violations(phone.page)).toEqual([]);
        expect(await tooWide(phone.page)).toBe(false);
        await phone.page.getByRole("button", { name: "送信する" }).click();
        await phone.page.getByRole("dialog").getByRole("button", { name: "送信する" }).dblclick();
        await phone.page.getByRole("heading", { name: "回答を受け取りました" }).waitFor();
        await phone.page.reload();
        await phone.page.getByRole("heading", { name: "この調査には回答済みです" }).waitFor();
        await everythingFine(phone);

        await page.getByRole("button", { name: "督促する" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "督促する" }).click();
        await page.getByText(/人に知らせました/).waitFor();
        const typist = await signedIn(browser, "training_officer");
        await fiveOnPaper(office, typist, wave);
        await typist.context.close();
        await page.getByText(/人のうち6人が回答しました/).waitFor();
        await page.getByRole("link", { name: "結果を見る" }).click();
        await page.getByText("まだ結果を示せません").waitFor();
        await page.goBack();

        await page.getByRole("button", { name: "受付を終える" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "受付を終える" }).click();
        await page.getByText("終了", { exact: true }).waitFor();
        await page.getByRole("link", { name: "結果を見る" }).click();
        await page.getByRole("heading", { name: `${name}の結果` }).waitFor();
        await page.getByText(/6人の回答です/).waitFor();
        await page
            .getByText(/^集計 \d+人/)
            .first()
            .waitFor();
        expect(await violations(page)).toEqual([]);
        await page.goto(office.at("/surveys?tab=actions"));
        await settled(page);
        await page
            .getByRole("button", { name: /対応を加える$/ })
            .first()
            .click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("textbox", { name: /^すること/ }).fill(name);
        await dialog.getByRole("button", { name: "保存する" }).click();
        await page.getByRole("combobox", { name: `${name}の状態` }).selectOption("done");
        await page.getByText("保存しました").first().waitFor();
        await everythingFine(office);
    },
);

test("a draft of a questionnaire survives a reload, and two people's changes come together", async () => {
    const one = await signedIn(browser, "dx_office");
    const { page } = one;
    const title = `試験の調査票 ${Date.now()}`;
    const { summary } = await one.ask<{ summary: { id: number } }>("POST", "/surveys", { pack: "", copy_of: null, title });
    await page.goto(one.at(`/surveys/${summary.id}`));
    await settled(page);
    await page.getByRole("button", { name: "質問を加える" }).click();
    await page.getByRole("textbox", { name: "質問の文", exact: true }).fill("好きな仕事は何ですか");
    await page.getByText("保存していない変更があります").waitFor();
    await page.reload();
    await page.getByText("保存していなかった内容を戻しました。").waitFor();
    const now = await one.ask<{ summary: { revision: number }; survey: object }>("GET", `/surveys/${summary.id}`);
    await one.ask("PUT", `/surveys/${summary.id}`, {
        revision: now.summary.revision,
        survey: { ...now.survey, intro: "ほかの人が書いた言葉" },
    });
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("ほかの人が先に保存しました").waitFor();
    await page.getByRole("button", { name: "両方の変更を合わせる" }).click();
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("すべて保存してあります").waitFor();
    const both = await one.ask<{ survey: { intro: string; questions: { text: string }[] } }>("GET", `/surveys/${summary.id}`);
    expect(both.survey.intro).toBe("ほかの人が書いた言葉");
    expect(both.survey.questions[0]?.text).toBe("好きな仕事は何ですか");
    one.takeFaults(); // the refusal above
    await everythingFine(one);
});
