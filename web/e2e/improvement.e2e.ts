// An improvement by the people in it: the team writes its flow, the head confirms, another section adopts it, a meeting tells of it.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, tooWide, violations } from "./browser.ts";
import { everythingFine, type Someone, signedIn } from "./town.ts";

interface Case {
    id: number;
    status: string;
    stage: string;
    unit: number;
    effect: { hours_saved: number };
    adopted_by: { id: number }[];
    revision: number;
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

const kept = (one: Someone, id: number) => one.ask<Case>("GET", `/cases/${id}`);
const idOf = (one: Someone) => Number(/improvement\/(\d+)/.exec(one.page.url())?.[1]);

/** One step of a flow, typed as people type. */
async function fillStep({ page }: Someone, side: string, at: number, [name, minutes, people, times]: readonly string[]) {
    await page.getByRole("group", { name: side }).getByRole("button", { name: "手順を加える" }).click();
    const field = (label: string) => page.getByRole("textbox", { name: `${side} ${at}番目の${label}`, exact: true });
    await field("手順").fill(name ?? "");
    await field("分/回").fill(minutes ?? "");
    await field("人数").fill(people ?? "");
    await field("回/年").fill(times ?? "");
}

/** The team's part: a case with its flow, moved to its effect and shown to everybody. */
async function writeCase(one: Someone, title: string): Promise<number> {
    const { page } = one;
    await page.goto(one.at("/improvement"));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "事例を書く" }).click();
    await page.getByRole("heading", { name: "事例を書く" }).waitFor();
    await page.getByRole("textbox", { name: /^題名/ }).fill(title);
    await page.getByRole("textbox", { name: /^課題/ }).fill("同じことを**何度も**書いてもらっていた。");
    await fillStep(one, "改善前", 1, ["届出書を書いてもらう", "10", "1", "２４０"]);
    await page.getByText("1年に 40時間 → 0時間").waitFor();
    await fillStep(one, "改善後", 1, ["聞き取って作る", "2.5", "1", "240"]);
    await page.getByText("30時間減ります").waitFor();
    // What was typed survives a reload.
    await page.reload();
    await settled(page);
    expect(await page.getByRole("textbox", { name: /^題名/ }).inputValue()).toBe(title);
    await page.getByText("30時間減ります").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "下書きを保存する" }).click();
    await page.getByRole("heading", { name: title }).waitFor();

    await page.getByRole("button", { name: "段階を進める" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: /^どの段階/ }).selectOption("effect");
    await dialog.getByRole("button", { name: "段階を進める" }).click();
    await page.getByText("「効果」に進めました。").waitFor();
    await page.getByRole("button", { name: "みんなに公開する" }).click();
    await page.getByText("公開しました。").waitFor();
    expect(await violations(page)).toEqual([]);
    return idOf(one);
}

test("a case goes from its flow to the head's word, to another section, and onto the agenda of a meeting", async () => {
    const title = `書かない届出 ${Date.now()}`;
    const one = await signedIn(browser, "staff");
    const id = await writeCase(one, title);
    expect((await kept(one, id)).effect.hours_saved).toBe(30);

    const head = await signedIn(browser, "section_head", { width: 390 });
    await head.page.goto(head.at("/improvement?which=to_confirm"));
    await settled(head.page);
    expect(await tooWide(head.page)).toBe(false);
    await head.page.getByRole("link", { name: title }).click();
    await head.page.getByText("あなたの確認を待っています。").waitFor();
    expect(await violations(head.page)).toEqual([]);
    await head.page.getByRole("button", { name: "確認する", exact: true }).click();
    await head.page.getByRole("dialog").getByRole("button", { name: "確認する", exact: true }).click();
    await head.page.getByText("事例を確認しました。").waitFor();
    expect((await kept(one, id)).status).toBe("confirmed");
    await everythingFine(head);

    // On paper it is one sheet.
    await one.page.reload();
    await settled(one.page);
    const pdf = (await one.page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    const office = await signedIn(browser, "dx_office");
    const { page } = office;
    await page.goto(office.at(`/improvement/${id}`));
    await settled(page);
    await page.getByRole("link", { name: "この事例をうちでもやる" }).first().click();
    await page.getByText(`「${title}」を自分の`).waitFor();
    await page.getByRole("textbox", { name: "改善前 1番目の回/年", exact: true }).fill("120");
    await page.getByRole("textbox", { name: "改善後 1番目の回/年", exact: true }).fill("120");
    await page.getByText("15時間減ります").waitFor();
    await page.getByRole("button", { name: "下書きを保存する" }).click();
    await page.getByRole("button", { name: "みんなに公開する" }).click();
    await page.getByText("公開しました。").waitFor();
    expect((await kept(one, id)).adopted_by).toHaveLength(1);
    expect((await kept(one, id)).stage).toBe("spread");

    await page.goto(office.at("/improvement/meetings"));
    await settled(page);
    await page.getByRole("button", { name: "報告会を予定する" }).click();
    const dialog = page.getByRole("dialog");
    const { today } = await office.ask<{ today: string }>("GET", "/me");
    await dialog.getByRole("textbox", { name: /^会の名前/ }).fill(`報告会 ${title}`);
    await dialog.getByRole("textbox", { name: /^開催日/ }).fill(today);
    await dialog.getByRole("textbox", { name: /^始まりの時刻/ }).fill("13:30");
    await dialog.getByRole("button", { name: "保存する" }).click();
    await page.getByRole("heading", { name: `報告会 ${title}` }).waitFor();
    await page.getByRole("searchbox", { name: "ことば" }).fill(title);
    await page.getByRole("button", { name: `「${title}」を次第に加える` }).click();
    await page.getByRole("searchbox", { name: "ことば" }).fill("");
    await page
        .getByRole("button", { name: /を次第に加える$/ })
        .first()
        .click();
    // The order changes by the keyboard too, and the times with it.
    const second = page.getByRole("list", { name: "次第" }).getByRole("listitem").nth(1);
    await second.getByRole("combobox").selectOption("20");
    await second.getByRole("button", { name: /を上へ$/ }).press("Enter");
    await page.getByText("13:30〜13:50").first().waitFor();
    await page.getByText("13:50〜14:00").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("すべて保存してあります").waitFor();
    await page.getByRole("link", { name: "配付資料" }).click();
    await page.getByRole("heading", { name: `報告会 ${title} 配付資料` }).waitFor();
    await page.getByRole("heading", { name: title, exact: true }).waitFor();
    const pack = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pack.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
    await everythingFine(office);
    await everythingFine(one);
});

test("who saves second is shown both versions, and both changes come together", async () => {
    const title = `二人で書く事例 ${Date.now()}`;
    const one = await signedIn(browser, "staff");
    const { page } = one;
    const { form } = await one.ask<{ form: object }>("GET", "/cases/draft");
    const made = await one.ask<Case>("POST", "/cases", { ...form, title });
    await page.goto(one.at(`/improvement/${made.id}/edit`));
    await settled(page);
    await page.getByRole("textbox", { name: /^一行で言うと/ }).fill("わたしが書いた一行");
    const now = await one.ask<Case & { team: { staff: number; part: string }[] }>("GET", `/cases/${made.id}`);
    const team = now.team.map(({ staff, part }) => ({ staff, part }));
    const { origin: _, adopted_from: __, key: ___, ...rest } = form as { origin: null; adopted_from: null; key: null };
    await one.ask("PUT", `/cases/${made.id}`, { ...rest, title, team, problem: "ほかの人が書いた課題", revision: now.revision });
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByText("ほかの人が先に保存しました").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "両方の変更を合わせる" }).click();
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByRole("heading", { name: title }).waitFor();
    const both = await one.ask<{ summary: string; problem: { text: string } }>("GET", `/cases/${made.id}`);
    expect(both).toMatchObject({ summary: "わたしが書いた一行", problem: { text: "ほかの人が書いた課題" } });
    one.takeFaults(); // the refusal above
    await everythingFine(one);
});
