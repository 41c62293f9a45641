// What the office tells and what sections answer: a notice that is read, a newsletter from draft to paper, a self-check to its end.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, tooWide, violations } from "./browser.ts";
import { everythingFine, signedIn, until } from "./town.ts";

interface Kept {
    notices: { line: { id: number; title: string }; people: number; read: number }[];
}
interface Years {
    years: { summary: { id: number; status: string }; mine: { unit: number; submitted: boolean }[] }[];
}
interface Remedies {
    remedies: { id: number; what: string; status: string; result: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test("a notice is written, published and read on a phone, and the office sees that it was", async () => {
    const title = `夜間の停止 ${Date.now()}`;
    const office = await signedIn(browser, "dx_office");
    const { page } = office;
    await page.goto(office.at("/notices"));
    await settled(page);
    await page.getByRole("link", { name: "お知らせを書く" }).click();
    await page.getByRole("textbox", { name: /^題名/ }).fill(title);
    await page.getByRole("textbox", { name: /^本文/ }).fill("今夜22時から**2時間**止まります。");
    await page.getByText(/人に届きます$/).waitFor();
    await page.getByRole("checkbox", { name: "重要なお知らせにする" }).check({ force: true });
    await page.reload();
    await settled(page);
    expect(await page.getByRole("textbox", { name: /^題名/ }).inputValue()).toBe(title);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("button", { name: "公開する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "公開する" }).click();
    await page.getByText("お知らせを公開しました。").waitFor();
    const readers = async () =>
        (await office.ask<Kept>("GET", "/notices/kept")).notices.find(({ line }) => line.title === title)?.read ?? 0;
    const before = await until(readers, (read) => read > 0); // the office itself has it open

    const one = await signedIn(browser, "staff", { width: 390 });
    await one.page.goto(one.at("/notices"));
    await settled(one.page);
    const line = one.page.getByRole("listitem").filter({ hasText: title });
    await line.getByText("未読").waitFor();
    expect(await violations(one.page)).toEqual([]);
    expect(await tooWide(one.page)).toBe(false);
    await line.getByRole("link", { name: title }).click();
    await one.page.getByRole("heading", { name: title }).waitFor();
    expect(await until(readers, (read) => read > before)).toBe(before + 1);
    await one.page.goto(one.at("/notices"));
    await settled(one.page);
    await one.page.getByRole("link", { name: title }).waitFor();
    expect(await one.page.getByRole("listitem").filter({ hasText: title }).getByText("未読").count()).toBe(0);
    await everythingFine(one);

    await page.getByRole("link", { name: "読まれ方" }).click();
    await page.getByText(/人が読みました/).waitFor();
    await everythingFine(office);
});

test("an issue of the newsletter goes from what is new to its number, its page and its sheets", async () => {
    const title = `試験の号 ${Date.now()}`;
    const office = await signedIn(browser, "dx_office");
    const { page } = office;
    await page.goto(office.at("/newsletters"));
    await settled(page);
    await page.getByRole("button", { name: "号をつくる" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^表題/ }).fill(title);
    await dialog.getByRole("checkbox").uncheck({ force: true });
    await dialog.getByRole("button", { name: "つくる" }).click();
    await page.getByRole("heading", { name: `「${title}」をつくる` }).waitFor();
    await page.getByRole("button", { name: "文章を加える" }).click();
    await page.getByRole("textbox", { name: "見出し" }).fill("はじめに読んでほしいこと");
    const take = page.getByRole("region", { name: "新しいできごと" }).getByRole("button", { name: /を入れる$/ });
    const proposed = await until(
        () => take.count(),
        (n) => n > 0,
        5000,
    );
    if (proposed > 0) {
        await take.first().click();
        const order = page.getByRole("list", { name: "この号の順番" }).getByRole("listitem");
        await order.nth(1).waitFor();
        // Alt and the arrows put it in order as the buttons do.
        await order
            .nth(1)
            .getByRole("button", { name: /を上へ$/ })
            .press("Alt+ArrowUp");
        await order.nth(1).getByText("はじめに読んでほしいこと").waitFor();
    }
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText("保存していなかった内容を戻しました。").waitFor();
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("すべて保存してあります").waitFor();
    await page.getByRole("button", { name: "発行する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "発行する" }).click();
    await page.getByText(/^第\d+号を発行しました。$/).waitFor();
    await page.getByRole("heading", { name: new RegExp(`^第\\d+号 ${title}$`) }).waitFor();

    const one = await signedIn(browser, "staff", { width: 390 });
    await one.page.goto(one.at("/newsletters"));
    await settled(one.page);
    await one.page.getByRole("link", { name: new RegExp(`^第\\d+号 ${title}$`) }).click();
    await one.page.getByRole("heading", { name: "はじめに読んでほしいこと" }).waitFor();
    expect(await tooWide(one.page)).toBe(false);
    const address = (await one.page.getByRole("link", { name: /のPDF$/ }).getAttribute("href")) ?? "";
    const sheets = await one.context.request.get(new URL(address, one.page.url()).href);
    expect(sheets.status()).toBe(200);
    expect((await sheets.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await everythingFine(one);
    await everythingFine(office);
});

test("a section answers its self-check on a phone, is held to say what it does about a no, and closes it", async () => {
    const leader = await signedIn(browser, "dx_leader", { width: 390 });
    const { page } = leader;
    const { years } = await leader.ask<Years>("GET", "/selfchecks");
    const open = years.find(({ summary }) => summary.status === "open");
    const section = open?.mine[0];
    if (!open || !section) throw new Error("the demo's leader has no section that is asked");
    await page.goto(leader.at("/selfcheck"));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.goto(leader.at(`/selfcheck/${open.summary.id}/sections/${section.unit}`));
    await settled(page);
    for (const group of await page
        .getByRole("group")
        .filter({ has: page.getByRole("radio", { name: "はい" }) })
        .all())
        await group.getByRole("radio", { name: "はい" }).check({ force: true });
    const first = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "いいえ" }) });
    await first.first().getByRole("radio", { name: "いいえ" }).check({ force: true });
    await page.getByRole("button", { name: /提出する$/ }).click();
    await page.getByText("することを入力してください。").waitFor();
    expect(await violations(page)).toEqual([]);
    const what = `責任者の名前を掲示する ${Date.now()}`;
    await page.getByRole("textbox", { name: /^すること/ }).fill(what);
    await page.getByRole("textbox", { name: /^担当/ }).fill("庶務係");
    if (!section.submitted) await page.getByText("保存しました").waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByRole("textbox", { name: /^すること/ }).inputValue()).toBe(what);
    expect(await tooWide(page)).toBe(false);
    await page.getByRole("button", { name: /提出する$/ }).click();
    await page.getByText("自己点検を提出しました。").waitFor();

    await page.goto(leader.at("/selfcheck?tab=remedies"));
    await settled(page);
    await page.getByRole("button", { name: `「${what}」を改善済みにする` }).click();
    await page
        .getByRole("dialog")
        .getByRole("textbox", { name: /^どう改善したか/ })
        .fill("入口に掲示した");
    await page.getByRole("dialog").getByRole("button", { name: "改善した" }).click();
    await page.getByText("改善を記録しました。").waitFor();
    const { remedies } = await leader.ask<Remedies>("GET", "/selfcheck-remedies");
    expect(remedies.find((one) => one.what === what)).toMatchObject({ status: "done", result: "入口に掲示した" });
    await everythingFine(leader);

    const office = await signedIn(browser, "dx_office");
    await office.page.goto(office.at(`/selfcheck/${open.summary.id}`));
    await settled(office.page);
    await office.page.getByRole("heading", { name: /と項目の一覧$/ }).waitFor();
    await everythingFine(office);
});
