// ひろば by the people in it: a question finds what was asked before, its answer while one looks on, and the reply that solved it.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, tooWide, violations } from "./browser.ts";
import { everythingFine, type Someone, signedIn } from "./town.ts";

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

interface Channel {
    id: number;
    name: string;
    kind: string;
    group: number | null;
}

const questions = async (one: Someone): Promise<Channel> => {
    const { channels } = await one.ask<{ channels: Channel[] }>("GET", "/channels");
    const found = channels.find(({ kind, group }) => kind === "question" && group === null);
    if (!found) throw new Error("no channel for questions");
    return found;
};
const ask = async (one: Someone, title: string, text: string, channel?: number) => {
    const body = { channel: channel ?? (await questions(one)).id, title, text, tags: [], files: [], key: null };
    return (await one.ask<{ id: number }>("POST", "/topics", body)).id;
};
const box = (page: Page, name: RegExp) => page.getByRole("textbox", { name });

test("a question is asked once what was asked before has been looked at, answered, and solved", async () => {
    const word = `申請書の氏名を一覧表に写す ${Date.now()}`;
    const staff = await signedIn(browser, "staff");
    const leader = await signedIn(browser, "dx_leader");
    await ask(leader, `${word} その一`, "前に聞かれたことです。");
    const { page } = staff;
    await page.goto(staff.at("/hiroba"));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "質問・投稿する" }).first().click();

    await page.getByRole("combobox", { name: /^部屋/ }).selectOption({ label: (await questions(staff)).name });
    await box(page, /^題名/).fill(`${word} その二`);
    await page.getByRole("button", { name: `${word} その一` }).click();
    await page.getByRole("dialog").getByText("前に聞かれたことです。").waitFor();
    await page.keyboard.press("Escape");
    await box(page, /^本文/).fill("**紙**とPDFで届きます。");
    await page.getByRole("button", { name: "プレビュー" }).click();
    await page.getByRole("region", { name: "プレビュー" }).locator("strong", { hasText: "紙" }).waitFor();
    await page.getByRole("button", { name: "書く", exact: true }).click();
    await page.getByText("下書きを保存しました").waitFor();
    // Not even this tab remembers: what comes back is what the server kept.
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await page.getByText("書きかけの内容を戻しました。").waitFor();
    expect(await box(page, /^本文/).inputValue()).toBe("**紙**とPDFで届きます。");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "投稿する", exact: true }).click();
    await page.getByRole("heading", { name: `${word} その二`, level: 1 }).waitFor();
    await page.getByText("未回答").first().waitFor();

    await leader.page.goto(leader.at("/hiroba?view=unanswered"));
    await settled(leader.page);
    await leader.page.getByRole("link", { name: `${word} その二` }).click();
    await box(leader.page, /^返信の文/).fill("Power Queryで読めます。");
    await leader.page.getByRole("button", { name: "返信を投稿する" }).dblclick();
    await leader.page
        .getByRole("article", { name: /さんの返信$/ })
        .getByText("Power Queryで読めます。")
        .waitFor();

    // Who asked is still on the page: the answer announces itself, and comes when it is called.
    await page.getByRole("button", { name: "新しい返信が1件あります" }).click();
    expect(await page.getByRole("article", { name: /さんの返信$/ }).count()).toBe(1);
    await page.getByRole("button", { name: "これで解決した" }).click();
    await page.getByRole("heading", { name: "解決した返信" }).waitFor();
    await leader.page.getByRole("heading", { name: "解決した返信" }).waitFor();
    await leader.page
        .getByRole("button", { name: /^助かりました/ })
        .last()
        .click();
    await page.getByRole("button", { name: "助かりました 1" }).waitFor();
    // Two characters are enough, in the page of results and in the palette.
    await page.goto(staff.at("/search?q=氏名"));
    await page
        .getByRole("link", { name: `${word} その二` })
        .first()
        .waitFor();
    expect(await page.locator("mark", { hasText: "氏名" }).count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: /^ひろばの話題 / }).click();
    await page.waitForURL(/kind=topic/);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").fill("氏名");
    await page
        .getByRole("option", { name: new RegExp(`${word} その二`) })
        .first()
        .click();
    await page.getByRole("heading", { name: `${word} その二`, level: 1 }).waitFor();
    await everythingFine(staff);
    await everythingFine(leader);
});

test("a phone shows the whole of it, and somebody is called by name", async () => {
    const phone = await signedIn(browser, "staff", { width: 390 });
    const { page } = phone;
    const id = await ask(
        phone,
        `電話からの質問 ${"とても長い題名です".repeat(8)}`,
        "`コード`と\n\n```\n長い行".concat("・".repeat(300), "\n```"),
    );
    for (const path of ["/hiroba", "/hiroba/new", `/hiroba/topics/${id}`]) {
        await page.goto(phone.at(path));
        await settled(page);
        expect(await tooWide(page), path).toBe(false);
        expect(await violations(page), path).toEqual([]);
    }
    await box(page, /^返信の文/).fill("これは@");
    await box(page, /^返信の文/).press("End");
    await page.getByRole("listbox", { name: "呼びかける人" }).getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    expect(await box(page, /^返信の文/).inputValue()).toMatch(/^これは\[@.+\]\(\/hiroba\/people\/\d+\) $/);
    await everythingFine(phone);
});

test("two who edit the same text see both and lose neither", async () => {
    const author = await signedIn(browser, "staff");
    const { page } = author;
    const id = await ask(author, `二人で書き直す ${Date.now()}`, "はじめの文");
    await page.goto(author.at(`/hiroba/topics/${id}`));
    await settled(page);
    await page.getByRole("button", { name: /さんの投稿への操作$/ }).click();
    await page.getByRole("menuitem", { name: "書き直す" }).click();
    await box(page, /^本文/).fill("自分の文");
    const office = await signedIn(browser, "dx_office");
    const { title, channel } = await office.ask<{ title: string; channel: number }>("GET", `/topics/${id}`);
    await office.ask("PATCH", `/topics/${id}`, { revision: 1, channel, title, text: "相手の文", tags: [], files: [] });
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("ほかの人が先に書き直しました").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "両方を並べて直す" }).click();
    expect(await box(page, /^本文/).inputValue()).toBe("相手の文\n\n---\n\n自分の文");
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByRole("button", { name: "編集済み" }).click();
    await page.getByRole("dialog").getByText("はじめの文").waitFor();
    author.takeFaults(); // the refusal above
    await office.context.close();
    await everythingFine(author);
});

test("what is said in a closed group is not there for others", async () => {
    const office = await signedIn(browser, "dx_office");
    const staff = await signedIn(browser, "staff");
    const name = `閉じた部屋 ${Date.now()}`;
    await office.page.goto(office.at("/hiroba/settings?tab=groups"));
    await settled(office.page);
    await office.page.getByRole("button", { name: "グループを作る" }).click();
    await office.page.getByRole("dialog").getByRole("textbox", { name: /^名前/ }).fill(name);
    await office.page.getByRole("dialog").getByRole("button", { name: "加える" }).click();
    await office.page.getByRole("heading", { name }).waitFor();
    await office.page.getByRole("tab", { name: "部屋" }).click();
    await office.page.getByRole("button", { name: "部屋を作る" }).click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^名前/ }).fill(name);
    await dialog.getByRole("combobox", { name: /^読める人/ }).selectOption({ label: name });
    await dialog.getByRole("button", { name: "保存する" }).click();
    await office.page.getByText(`「${name}」の人だけ`).first().waitFor();
    const { channels } = await office.ask<{ channels: Channel[] }>("GET", "/channels");
    const id = await ask(office, `${name}の話題`, "内緒の話", channels.find((one) => one.name === name)?.id);

    await staff.page.goto(staff.at("/hiroba"));
    await settled(staff.page);
    expect(await staff.page.getByText(name).count()).toBe(0);
    await staff.page.goto(staff.at(`/hiroba/topics/${id}`));
    await staff.page.getByText("見つかりませんでした").first().waitFor();
    await office.page.goto(office.at(`/search?q=${encodeURIComponent(name)}`));
    await office.page.getByRole("link", { name: `${name}の話題` }).waitFor();
    await staff.page.goto(staff.at(`/search?q=${encodeURIComponent(name)}`));
    await staff.page.getByText(`「${name}」に合うものは見つかりませんでした`).waitFor();
    expect(await violations(staff.page)).toEqual([]);
    await everythingFine(staff);
    await everythingFine(office);
});

test("what should not stand there is reported, hidden with a reason, and shown again", async () => {
    const staff = await signedIn(browser, "staff");
    const office = await signedIn(browser, "dx_office");
    const leader = await signedIn(browser, "dx_leader");
    const title = `知らせる話題 ${Date.now()}`;
    const id = await ask(leader, title, "ここにあっては困る文");
    await staff.page.goto(staff.at(`/hiroba/topics/${id}`));
    await settled(staff.page);
    await staff.page.getByRole("button", { name: /さんの投稿への操作$/ }).click();
    await staff.page.getByRole("menuitem", { name: "運営に知らせる" }).click();
    await staff.page.getByRole("dialog").getByRole("textbox", { name: /^理由/ }).fill("名前が入っています。");
    await staff.page.getByRole("dialog").getByRole("button", { name: "知らせる" }).click();
    await staff.page.getByText("運営に知らせました").waitFor();

    await office.page.goto(office.at("/hiroba/reports"));
    await settled(office.page);
    expect(await violations(office.page)).toEqual([]);
    const card = office.page.getByRole("article", { name: title });
    await card.getByRole("button", { name: "隠す" }).click();
    await office.page.getByRole("dialog").getByRole("textbox", { name: /^理由/ }).fill("個人の名前があるため");
    await office.page.getByRole("dialog").getByRole("button", { name: "隠す" }).click();
    await card.getByText("判断済み").waitFor();
    await staff.page.reload();
    await staff.page.getByText("個人の名前があるため").first().waitFor();
    expect(await staff.page.getByText("ここにあっては困る文").count()).toBe(0);
    await leader.context.close();
    await everythingFine(staff);
    await everythingFine(office);
});
