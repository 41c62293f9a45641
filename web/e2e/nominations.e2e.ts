// Who goes, by the people who decide it: the office asks, the head answers from the home page in two clicks, the office selects and
// decides, and the appointment stands on the person's page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { everythingFine, signedIn } from "./town.ts";

interface Me {
    staff: number;
    today: string;
}
interface Overview {
    rounds: { round: { id: number; name: string }; sections: { mine: boolean; section: { unit: number } }[] }[];
    roles: { role: string; name: string; routes: string[] }[];
}
interface Sheet {
    candidates: { staff: number; name: string; against: unknown[]; last: unknown }[];
}
interface StaffPage {
    profile: { appointments: { role_name: string; basis_no: string }[] };
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

/** A name as a screen may space it. */
const like = (name: string, before = "", after = "") => new RegExp(before + name.replaceAll(/\s+/gu, "\\s+") + after);

const asked = ["nomination", "recommendation", "selection"];

/** A round of its own, for a term that lies so far ahead that nothing else of the town reaches into it. */
async function openRound(name: string) {
    const office = await signedIn(browser, "training_officer");
    const { page } = office;
    const { today } = await office.ask<Me>("GET", "/me");
    const { roles } = await office.ask<Overview>("GET", "/nominations");
    const role = roles.find(({ routes }) => routes.some((route) => asked.includes(route)));
    if (!role) throw new Error("the plan of the town asks nobody");
    await page.goto(office.at("/training/nominations"));
    await settled(page);
    await page
        .getByRole("link", { name: new RegExp(`^${role.name}の(指名|推薦|選出)を準備する$`) })
        .first()
        .click();
    await page.waitForURL(/nominations\/new/);
    await page.getByRole("textbox", { name: /^募集の名前/ }).fill(name);
    await page.getByRole("textbox", { name: /^任期の始まり/ }).fill(`${Number(today.slice(0, 4)) + 5}-04-01`);
    await page.getByRole("textbox", { name: /^任期の最後の日/ }).fill(`${Number(today.slice(0, 4)) + 6}-03-31`);
    await page.getByRole("button", { name: "募集を準備する" }).click();
    await page.waitForURL(/nominations\/\d+$/);
    await page.getByRole("button", { name: "受付を始める" }).click();
    await page.getByText("受付を始めました。").waitFor();
    const round = Number(/nominations\/(\d+)/.exec(page.url())?.[1]);
    await everythingFine(office);
    return { round, role: role.name };
}

/** From the home page: one click opens the section's screen, the second sends the answer. */
async function nominate(name: string, round: number) {
    const head = await signedIn(browser, "section_head");
    const { page } = head;
    await page.goto(head.at("/"));
    await settled(page);
    await page
        .getByRole("link", { name: new RegExp(`^${name}に回答する`) })
        .first()
        .click();
    await page.waitForURL(/sections\/\d+$/);
    await settled(page);
    const unit = Number(/sections\/(\d+)/.exec(page.url())?.[1]);
    const { candidates } = await head.ask<Sheet>("GET", `/nominations/${round}/sections/${unit}`);
    const able = candidates.find(({ against }) => against.length === 0);
    if (!able) throw new Error("nobody may be named");
    const box = page.getByRole("checkbox", { name: like(able.name) });
    if (!(await box.isChecked())) await box.check();
    await page.getByRole("textbox", { name: like(able.name, "^", "さんを選ぶ理由") }).fill("課の業務の見直しを進めているため。");
    await page.getByRole("button", { name: /^この内容で/ }).click();
    await page.getByText(/回答しました/).waitFor();
    await page.getByRole("link", { name: /^(指名書|推薦書|選出報告書)を印刷する$/ }).click();
    await page.getByRole("article").getByText(able.name).waitFor();
    await everythingFine(head);
    return able;
}

async function selectAndDecide(round: number, name: string, basis: string) {
    const office = await signedIn(browser, "training_officer");
    const { page } = office;
    await page.goto(office.at(`/training/nominations/${round}?tab=selection`));
    await settled(page);
    await page.getByRole("checkbox", { name: like(name) }).check();
    await page.getByRole("button", { name: "選出する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "選出する" }).click();
    await page.getByText("1人を選出しました。").waitFor();
    await page.getByRole("tab", { name: "決定" }).click();
    await page.getByRole("button", { name: "決裁を入力して1人を任命する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^決裁番号/ }).fill(basis);
    await dialog.getByRole("button", { name: "決裁を入力して1人を任命する" }).click();
    await page.getByText(/1人を任命し/).waitFor();
    await page.getByRole("link", { name: "決定通知を印刷する" }).click();
    await page
        .getByRole("article", { name: like(name) })
        .getByText(basis)
        .first()
        .waitFor();
    return office;
}

test("the head nominates in two clicks from home, the office selects and decides, and the appointment is on the person's page", async () => {
    const name = `試験の募集 ${Date.now()}`;
    const basis = `試験第${Date.now() % 100000}号`;
    const { round, role } = await openRound(name);
    const person = await nominate(name, round);
    const office = await selectAndDecide(round, person.name, basis);
    await office.page.goto(office.at(`/staff/${person.staff}`));
    await settled(office.page);
    await office.page.getByText(basis).first().waitFor();
    const page = await office.ask<StaffPage>("GET", `/staff/${person.staff}/page`);
    expect(page.profile.appointments).toContainEqual(expect.objectContaining({ role_name: role, basis_no: basis }));
    await everythingFine(office);
});

test("nobody this time needs its reason, and then is an answer", async () => {
    const { round } = await openRound(`だれもいない募集 ${Date.now()}`);
    const head = await signedIn(browser, "section_head");
    const { page } = head;
    const { rounds } = await head.ask<Overview>("GET", "/nominations");
    const unit = rounds.find((line) => line.round.id === round)?.sections.find(({ mine }) => mine)?.section.unit;
    await page.goto(head.at(`/training/nominations/${round}/sections/${unit}`));
    await settled(page);
    await page.getByRole("checkbox", { name: "今回は選ぶ人がいない" }).check();
    await page.getByRole("button", { name: "「今回はいない」と回答する" }).click();
    await page.getByText("選ぶ人がいない理由を入力してください。").first().waitFor();
    await page.getByRole("textbox", { name: /^選ぶ人がいない理由/ }).fill("全員が育児休業中のため");
    await page.getByRole("button", { name: "「今回はいない」と回答する" }).click();
    await page.getByText(/回答しました/).waitFor();
    head.takeFaults(); // the refusal above
    await everythingFine(head);
});
