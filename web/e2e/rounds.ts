// A round as its people take it: the office asks, the head answers from the home page, the office selects and decides.
import type { Browser, Page } from "playwright-core";
import { settled } from "./browser.ts";
import { endOfYear, everythingFine, like, type Someone, signedIn } from "./town.ts";

interface Overview {
    roles: { role: string; name: string; routes: string[] }[];
}
interface Sheet {
    candidates: { staff: number; name: string; against: unknown[] }[];
}

const asked = ["nomination", "recommendation", "selection"];
const year = (today: string) => Number(today.slice(0, 4));

/** A term that lies so far ahead that nothing else of the town reaches into it. */
export async function farAhead(page: Page, today: string) {
    await page.getByRole("textbox", { name: /^任期の始まり/ }).fill(`${year(today) + 5}-04-01`);
    await page.getByRole("textbox", { name: /^任期の最後の日/ }).fill(`${year(today) + 6}-03-31`);
}

/** A term from today, beside those that go on: the round ends nobody's, and a section may name one more. */
export async function besideTheOthers(page: Page, today: string) {
    await page.getByRole("spinbutton", { name: /ごとの人数/ }).fill("");
    await page.getByRole("textbox", { name: /^任期の始まり/ }).fill(today);
    await page.getByRole("textbox", { name: /^任期の最後の日/ }).fill(endOfYear(today));
    await page.getByRole("radio", { name: /^任期中の人は続ける/ }).check();
    await page.getByRole("checkbox", { name: /異動しても役割を続ける/ }).check();
}

/** A round of its own for the first role of the plan that sections are asked for. */
export async function openRound(browser: Browser, name: string, term = farAhead, city?: string) {
    const office = await signedIn(browser, "training_officer", { city });
    const { page } = office;
    const { today } = await office.ask<{ today: string }>("GET", "/me");
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
    await term(page, today);
    await page.getByRole("button", { name: "募集を準備する" }).click();
    await page.waitForURL(/nominations\/\d+$/);
    await page.getByRole("button", { name: "受付を始める" }).click();
    await page.getByText("受付を始めました。").waitFor();
    const round = Number(/nominations\/(\d+)/.exec(page.url())?.[1]);
    await everythingFine(office);
    return { round, role: role.name };
}

/** From the home page: one click opens the section's screen, the second sends the answer; of all who may be named, the first. */
export async function nominate(head: Someone, name: string, round: number, whom?: number) {
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
    const able = candidates.find(({ staff, against }) => against.length === 0 && staff === (whom ?? staff));
    if (!able) throw new Error("nobody may be named");
    const box = page.getByRole("checkbox", { name: like(able.name) });
    if (!(await box.isChecked())) await box.check();
    await page.getByRole("textbox", { name: like(able.name, "^", "さんを選ぶ理由") }).fill("課の業務の見直しを進めているため。");
    await page.getByRole("button", { name: /^この内容で/ }).click();
    await page.getByText(/さんが回答しました/).waitFor();
    await page.getByRole("link", { name: /^(指名書|推薦書|選出報告書)を印刷する$/ }).click();
    await page.getByRole("article").getByText(able.name).waitFor();
    return able;
}

export async function selectAndDecide(office: Someone, round: number, name: string, basis: string) {
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
}
