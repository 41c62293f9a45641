// A run as its people take it: the office opens it, somebody applies, who came is entered, the completions follow.
import type { Browser, Locator } from "playwright-core";
import { settled } from "./browser.ts";
import { endOfYear, everythingFine, type Someone, signedIn } from "./town.ts";

interface Run {
    sessions: { id: number }[];
    [member: string]: unknown;
}

interface Wanted {
    course: string;
    name: string;
    /** Without a number the head's approval comes first; with one, seats are given in the order of asking. */
    seats?: number;
    city?: string;
}

/** Its one session lies on the last day of the fiscal year: still to come, and in the year in which the run is held. */
export async function openRun(browser: Browser, { course, name, seats, city }: Wanted): Promise<number> {
    const office = await signedIn(browser, "training_officer", { city });
    const { today } = await office.ask<{ today: string }>("GET", "/me");
    const { page } = office;
    await page.goto(office.at("/training/runs"));
    await settled(page);
    await page.getByRole("link", { name: "開催を登録する" }).click();
    await page.waitForURL(/runs\/new/);
    await page.getByRole("combobox", { name: /^研修/ }).selectOption(course);
    await page.getByRole("textbox", { name: /^開催の名前/ }).fill(name);
    await page.getByRole("group", { name: "日程 1" }).getByRole("textbox").first().fill(endOfYear(today));
    if (seats === undefined) await page.getByRole("checkbox", { name: /承認を必要とする/ }).check();
    else await page.getByRole("spinbutton", { name: /^定員/ }).fill(String(seats));
    await page.getByRole("button", { name: "開催を登録する" }).click();
    await page.waitForURL(/training\/runs\/\d+/);
    await page.getByRole("button", { name: "受付を始める" }).click();
    await page.getByText("受付を始めました。").waitFor();
    const run = Number(/runs\/(\d+)/.exec(page.url())?.[1]);
    await everythingFine(office);
    return run;
}

/** Sends the dialog's form; what speaks against it is told in a dialog in its place. */
async function send(one: Someone, button: Locator) {
    await button.click();
    await button.waitFor({ state: "detached" });
    const understood = one.page.getByRole("button", { name: "わかりました" });
    if (await understood.isVisible()) await understood.click();
}

export async function apply(one: Someone, run: number, stands: string) {
    await one.page.goto(one.at(`/training/runs/${run}`));
    await settled(one.page);
    await one.page.getByRole("button", { name: /に申し込む$/ }).click();
    const dialog = one.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("窓口の手続を見直したい。");
    await send(one, dialog.getByRole("button", { name: "申し込む" }));
    await one.page.getByRole("paragraph").filter({ hasText: "あなたの申込み:" }).getByText(stands).waitFor();
}

export async function recommend(head: Someone, run: number, who: { name: string; staff_no: string }) {
    const { page } = head;
    await page.goto(head.at(`/training/runs/${run}`));
    await settled(page);
    await page.getByRole("button", { name: "推薦する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: /^職員/ }).fill(who.staff_no);
    await page.getByRole("option", { name: who.name }).click();
    await dialog.getByRole("button", { name: `${who.name}を外す` }).waitFor();
    await send(head, dialog.getByRole("button", { name: "推薦する" }));
    await page.getByRole("row").filter({ hasText: who.name }).waitFor();
}

/** The head takes back whom they had recommended. */
export async function withdraw(head: Someone, run: number, name: string) {
    const { page } = head;
    await page.goto(head.at(`/training/runs/${run}`));
    await settled(page);
    await page.getByRole("button", { name: `${name}の申込みを取り下げる` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("窓口の当番と重なったため");
    await dialog.getByRole("button", { name: "取り下げる" }).click();
    await page.getByText("取り下げました。").waitFor();
}

/** The day comes: the office moves the session to the first minute of today. */
export async function bringForward(office: Someone, id: number) {
    const { today } = await office.ask<{ today: string }>("GET", "/me");
    const run = await office.ask<Run>("GET", `/runs/${id}`);
    const session = { place: "大会議室", online_address: "", starts_at: `${today}T00:00`, ends_at: `${today}T00:01` };
    const kept = [
        "course",
        "fiscal_year",
        "name",
        "capacity",
        "unit",
        "per_unit",
        "apply_from",
        "apply_until",
        "waiting_until",
        "attend",
        "needs_release",
        "note",
        "revision",
    ];
    await office.ask("PATCH", `/runs/${id}`, {
        ...Object.fromEntries(kept.map((member) => [member, run[member]])),
        sessions: [{ id: run.sessions[0]?.id, ...session }],
    });
}

export async function enterWhoCame(office: Someone, run: number) {
    await office.page.goto(office.at(`/training/runs/${run}?tab=attendance`));
    await settled(office.page);
    await office.page.getByRole("button", { name: /: 未記録$/ }).focus();
    await office.page.keyboard.press("1");
    await office.page.getByRole("button", { name: /: 出席$/ }).waitFor();
    await office.page.getByRole("button", { name: "出欠を保存する" }).click();
    await office.page.getByText("出欠 1件を保存しました。").waitFor();
    await office.page.getByRole("tab", { name: "修了" }).click();
    await office.page.getByRole("button", { name: "出席した人を修了にする" }).click();
    await office.page.getByRole("button", { name: "結果を保存する" }).click();
    await office.page.getByText(/修了 1人、未修了 0人を記録しました/).waitFor();
}

/** It stands among what one has completed this year. */
export async function seeCompleted(one: Someone, course_name: string) {
    await one.page.goto(one.at("/training/mine"));
    await settled(one.page);
    const completions = one.page.getByRole("region", { name: "修了した研修" });
    await completions.getByRole("link", { name: course_name, exact: true }).waitFor();
}
