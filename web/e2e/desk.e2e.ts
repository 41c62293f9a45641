// A consultation from the first telling to a public answer, as each side sees it, and a seat in a session that is the last one.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, tooWide, violations } from "./browser.ts";
import { everythingFine, type Someone, signedIn, until } from "./town.ts";

interface Consultation {
    id: number;
    title: string;
    status: string;
    stage: string;
    consent: string;
    revision: number;
    messages: { text: string; is_private: boolean }[];
    stages: { stage: string; state: string; note: string }[];
    visits: { minutes: number }[];
    published: { id: number } | null;
}
interface Slots {
    slots: { id: number; title: string; taken: number; waiting: number; mine: { status: string; place: number } | null }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const seen = (one: Someone, id: number) => one.ask<Consultation>("GET", `/consultations/${id}`);

/** Fills the question on the page that is open and sends it; the id of what came of it. */
async function asked(one: Someone, title: string): Promise<number> {
    const { page } = one;
    await page.getByRole("radio").first().check();
    await page.getByRole("textbox", { name: /^件名/ }).fill(title);
    await page
        .getByRole("textbox", { name: /^困っていること/ })
        .fill("日報から紙に写し、紙から表に写しています。毎月2日かかります。");
    await page.getByRole("textbox", { name: /^どうなるとよいか/ }).fill("入力を1回にしたい。");
    await page.getByRole("button", { name: "相談を送る" }).click();
    await page.waitForURL(/\/desk\/\d+$/);
    return Number(page.url().split("/").at(-1));
}

test("a consultation is asked on a phone, answered, moved, finished and published; the private note stays with the desk", async () => {
    const title = `集計の手作業 ${Date.now()}`;
    const one = await signedIn(browser, "staff", { width: 390 });
    await one.page.goto(one.at("/desk"));
    await settled(one.page);
    expect(await violations(one.page)).toEqual([]);
    expect(await tooWide(one.page)).toBe(false);
    await one.page.getByRole("link", { name: "相談する", exact: true }).first().click();
    await one.page.waitForURL(/\/desk\/new/);
    await settled(one.page);

    // What was typed survives a reload.
    await one.page.getByRole("textbox", { name: /^件名/ }).fill("書きかけ");
    await one.page.reload();
    await settled(one.page);
    expect(await one.page.getByRole("textbox", { name: /^件名/ }).inputValue()).toBe("書きかけ");
    expect(await violations(one.page)).toEqual([]);
    const id = await asked(one, title);
    await settled(one.page);
    await one.page.getByText("まだ返事はありません。").waitFor();
    expect(await violations(one.page)).toEqual([]);
    expect(await tooWide(one.page)).toBe(false);

    const adviser = await signedIn(browser, "adviser");
    await answered(adviser, id, title);
    await one.page.reload();
    await settled(one.page);
    await one.page.getByText("いまの様式を見せてください。").waitFor();
    expect(await one.page.getByText("課長は慎重").count()).toBe(0);
    expect((await seen(one, id)).messages.some(({ is_private }) => is_private)).toBe(false);
    expect((await seen(adviser, id)).messages.some(({ is_private }) => is_private)).toBe(true);
    await one.page.getByText("担当者が、あなたの返事を待っています").waitFor();
    await one.page.getByRole("textbox", { name: /^返事/ }).fill("様式は3つあります。");
    await one.page.getByRole("button", { name: "返事を送る" }).click();
    await one.page.getByText("返事を送りました。").waitFor();

    await moved(adviser, id);
    await finished(adviser, id);
    await one.page.reload();
    await settled(one.page);
    await one.page.getByText("集計表を1つにした。").waitFor();
    await one.page.getByRole("button", { name: "同意する" }).click();
    await until(
        () => seen(one, id),
        ({ consent }) => consent === "yes",
    );
    expect(await violations(one.page)).toEqual([]);
    await published(adviser, id);
    await everythingFine(adviser);
    await everythingFine(one);
});

/** The adviser finds it on the board, writes a note, answers and waits. */
async function answered(adviser: Someone, id: number, title: string) {
    const { page } = adviser;
    await page.goto(adviser.at(`/desk/board?q=${encodeURIComponent(title)}`));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: title }).first().click();
    await page.waitForURL(new RegExp(`/desk/${id}$`));
    await settled(page);
    await page.getByRole("radio", { name: /^内部メモ/ }).check();
    await page.getByRole("textbox", { name: /^内部メモ/ }).fill("課長は慎重。まず関数だけで作る。");
    await page.getByRole("button", { name: "メモを残す" }).click();
    await page.getByText("内部メモを残しました。").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: /^返事/ }).check();
    await page.getByRole("textbox", { name: /^返事/ }).fill("いまの様式を見せてください。");
    await page.getByRole("checkbox", { name: /返事を待つ/ }).check();
    await page.getByRole("button", { name: "返事を送る" }).click();
    await page.getByText("返事を送りました。").waitFor();
    expect((await seen(adviser, id)).status).toBe("waiting_for_asker");
}

/** On to the next stage, past two with a reason, and a visit of an hour and a half. */
async function moved(adviser: Someone, id: number) {
    const { page } = adviser;
    await page.reload();
    await settled(page);
    await page.getByRole("button", { name: "業務分析へ進める" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "業務分析にする" }).click();
    await page.getByText("段階を「業務分析」にしました。").waitFor();
    await page.getByRole("button", { name: "予算化へ進める" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^実装/ }).check();
    await dialog.getByRole("button", { name: "実装にする" }).click();
    await dialog.getByText("理由を入力してください。").first().waitFor();
    await dialog.getByRole("textbox", { name: /^理由/ }).fill("いまある道具で足ります");
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "実装にする" }).click();
    await page.getByText("段階を「実装」にしました。").waitFor();
    const skipped = (await seen(adviser, id)).stages.filter(({ state }) => state === "skipped");
    expect(skipped.map(({ stage }) => stage)).toEqual(["budget", "design"]);

    await page.getByRole("button", { name: "記録を加える" }).click();
    await dialog.getByRole("textbox", { name: /^かけた時間/ }).fill("1.5");
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByRole("textbox", { name: /^したこと/ }).fill("流れを一緒に書き出した。");
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存する" }).click();
    await page.getByText("記録を保存しました。").waitFor();
    expect((await seen(adviser, id)).visits.map(({ minutes }) => minutes)).toEqual([90]);
}

async function finished(adviser: Someone, id: number) {
    const { page } = adviser;
    await page.getByRole("button", { name: "ほかの操作" }).click();
    await page.getByRole("menuitem", { name: "相談を終える" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^したことと結果/ }).fill("集計表を1つにした。");
    await dialog.getByRole("textbox", { name: /^減った時間/ }).fill("180");
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "相談を終える" }).click();
    await page.getByText("相談を終えました。").waitFor();
    expect((await seen(adviser, id)).status).toBe("finished");
}

/** What goes out and what stays are compared first; the note is among what stays and not in the topic. */
async function published(adviser: Someone, id: number) {
    const { page } = adviser;
    await page.reload();
    await settled(page);
    await page.getByRole("link", { name: "公開のQ&Aにする" }).click();
    await page.waitForURL(/publication$/);
    await settled(page);
    const stays = page.getByRole("region", { name: "公開しないもの" });
    await stays.getByText("課長は慎重").waitFor();
    const goes_out = page.getByRole("region", { name: "公開するもの" });
    expect(await goes_out.getByRole("textbox", { name: /^回答/ }).inputValue()).toContain("集計表を1つにした。");
    await goes_out.getByRole("textbox", { name: /^題名/ }).fill("転記の多い集計を1回の入力にする");
    await goes_out.getByRole("button", { name: "公開する" }).click();
    await goes_out.getByText("内容を確かめて、しるしを付けてください。").first().waitFor();
    await goes_out.getByRole("checkbox").check();
    expect(await violations(page)).toEqual([]);
    await goes_out.getByRole("button", { name: "公開する" }).click();
    await page.waitForURL(/\/hiroba\/topics\/\d+$/);
    const { published: topic } = await seen(adviser, id);
    const { status } = await adviser.request("GET", `/topics/${topic?.id}`).then(async (answer) => {
        expect(await answer.text()).not.toContain("課長は慎重");
        return { status: answer.status() };
    });
    expect(status).toBe(200);
    await settled(page);
}

test("the last seat goes to the first who books, the next waits, and moves up when the seat becomes free", async () => {
    const office = await signedIn(browser, "dx_office");
    const { today } = await office.ask<{ today: string }>("GET", "/me");
    const title = `確かめの相談会 ${Date.now()}`;
    const on = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}-15`;
    await office.page.goto(office.at("/desk/slots"));
    await settled(office.page);
    await office.page.getByRole("button", { name: "枠を加える" }).click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^題名/ }).fill(title);
    await dialog.getByRole("textbox", { name: /^日/ }).fill(on);
    await dialog.getByRole("textbox", { name: /^席/ }).fill("1");
    expect(await violations(office.page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存する" }).click();
    await office.page.getByText("保存しました。").waitFor();

    const slot = async (one: Someone) => (await one.ask<Slots>("GET", "/desk/slots")).slots.find((each) => each.title === title);
    const first = await signedIn(browser, "staff", { width: 390 });
    await first.page.goto(first.at("/desk"));
    await settled(first.page);
    await first.page.getByRole("button", { name: new RegExp(`「${title}」の席を取る`) }).click();
    await first.page.getByRole("dialog").getByRole("button", { name: "席を取る", exact: true }).click();
    await first.page.getByText("席を取りました。").waitFor();

    const next = await signedIn(browser, "section_head");
    await next.page.goto(next.at("/desk"));
    await settled(next.page);
    await next.page.getByRole("button", { name: new RegExp(`「${title}」の順番を待つ`) }).click();
    await next.page.getByRole("dialog").getByRole("button", { name: "順番を待つ", exact: true }).click();
    await next.page.getByText("満席のため、順番待ちの1番目に入りました。").waitFor();
    expect(await violations(next.page)).toEqual([]);

    await first.page.getByRole("button", { name: new RegExp(`「${title}」を取り消す`) }).click();
    await first.page.getByText("予約を取り消しました。").waitFor();
    expect((await slot(next))?.mine).toMatchObject({ status: "booked", place: 0 });
    expect((await slot(first))?.mine).toBeNull();
    await everythingFine(first);
    await everythingFine(next);
    await everythingFine(office);
});

test("two people at one subject: the second is shown what the first has saved, and chooses", async () => {
    const office = await signedIn(browser, "dx_office");
    const name = `確かめの分野 ${Date.now()}`;
    const { advisers } = await office.ask<{ advisers: { staff: number }[] }>("GET", "/desk/board");
    const body = {
        name,
        name_en: "",
        about: "",
        answer_days: 3,
        step_days: 10,
        sort: 99,
        closed: true,
        owners: advisers.slice(0, 1).map(({ staff }) => staff),
        deputies: [],
    };
    const made = await office.ask<{ id: number; revision: number }>("POST", "/desk/subjects", body);
    await office.page.goto(office.at("/desk/subjects"));
    await settled(office.page);
    expect(await violations(office.page)).toEqual([]);
    await office.page.getByRole("button", { name: `「${name}」を改める` }).click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^どんな相談か/ }).fill("わたしの文");

    await office.ask("PATCH", `/desk/subjects/${made.id}`, { ...body, about: "ほかの人の文", revision: made.revision });
    await dialog.getByRole("button", { name: "保存する" }).click();
    await dialog.getByText("ほかの人が先に変更しました").waitFor();
    await dialog.getByText("ほかの人の文").waitFor();
    expect(await dialog.getByRole("textbox", { name: /^どんな相談か/ }).inputValue()).toBe("わたしの文");
    expect(await violations(office.page)).toEqual([]);
    await dialog.getByRole("button", { name: "入力をやめて、いまの内容を使う" }).click();
    expect(await dialog.getByRole("textbox", { name: /^どんな相談か/ }).inputValue()).toBe("ほかの人の文");
    // The browser says of the refusal what the page has said in words.
    expect(office.takeFaults()).toEqual([expect.stringContaining("status of 409")]);
    await everythingFine(office);
});
