// The training year by the people who live it: the office opens a run, somebody applies, the head lets go, who came is entered, and
// it stands as a completion on the person's page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { everythingFine, type Someone, signedIn, until } from "./town.ts";

interface Me {
    staff: number;
    name: string;
    today: string;
}
interface Catalogue {
    courses: { code: string; name: string; completed_on: string | null }[];
}
interface Run {
    id: number;
    revision: number;
    course: string;
    name: string;
    sessions: { id: number }[];
    [member: string]: unknown;
}
interface MyYear {
    completions: { course: string; completed_on: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

/** The last day of the fiscal year: still to come, and in the year in which the run is held. */
const endOfYear = (today: string) => `${Number(today.slice(0, 4)) + (today.slice(5) > "03-31" ? 1 : 0)}-03-31`;

async function openRun(course: string, name: string, today: string): Promise<number> {
    const office = await signedIn(browser, "training_officer");
    const { page } = office;
    await page.goto(office.at("/training/runs"));
    await settled(page);
    await page.getByRole("link", { name: "開催を登録する" }).click();
    await page.waitForURL(/runs\/new/);
    await page.getByRole("combobox", { name: /^研修/ }).selectOption(course);
    await page.getByRole("textbox", { name: /^開催の名前/ }).fill(name);
    await page.getByRole("group", { name: "日程 1" }).getByRole("textbox").first().fill(endOfYear(today));
    await page.getByRole("checkbox", { name: /承認を必要とする/ }).check();
    await page.getByRole("button", { name: "開催を登録する" }).click();
    await page.waitForURL(/training\/runs\/\d+/);
    await page.getByRole("button", { name: "受付を始める" }).click();
    await page.getByText("受付を始めました。").waitFor();
    const run = Number(/runs\/(\d+)/.exec(page.url())?.[1]);
    await everythingFine(office);
    return run;
}

async function apply(one: Someone, run: number) {
    await one.page.goto(one.at(`/training/runs/${run}`));
    await settled(one.page);
    await one.page.getByRole("button", { name: /に申し込む$/ }).click();
    const dialog = one.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("窓口の手続を見直したい。");
    await dialog.getByRole("button", { name: "申し込む" }).click();
    await one.page.getByText(/申し込みました/).waitFor();
    // What speaks against it is told in the same dialog.
    const understood = one.page.getByRole("button", { name: "わかりました" });
    if (await understood.isVisible()) await understood.click();
}

async function release(name: string, run_name: string) {
    const head = await signedIn(browser, "section_head");
    await head.page.goto(head.at("/training/section"));
    await settled(head.page);
    const waiting = head.page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: run_name });
    await waiting.getByRole("button", { name: /を承認する$/ }).click();
    await head.page.getByText(/受講を承認しました\(受講決定\)/).waitFor();
    await everythingFine(head);
}

/** The day comes: the office moves the session to the first minute of today. */
async function bringForward(office: Someone, id: number, today: string) {
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

async function enterWhoCame(office: Someone, run: number) {
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

test("a run is opened, applied for, released, attended and completed, and the completion stands on the person's page", async () => {
    const one = await signedIn(browser, "staff");
    const { name, today } = await one.ask<Me>("GET", "/me");
    const { courses } = await one.ask<Catalogue>("GET", "/courses");
    const course = courses.find(({ completed_on }) => completed_on === null);
    if (!course) throw new Error("the demo's staff member has completed everything");
    const run_name = `試験の回 ${Date.now()}`;

    const run = await openRun(course.code, run_name, today);
    await apply(one, run);
    await release(name, run_name);

    const office = await signedIn(browser, "training_officer");
    await bringForward(office, run, today);
    await enterWhoCame(office, run);
    await everythingFine(office);

    await one.page.goto(one.at("/training/mine"));
    await settled(one.page);
    const completions = one.page.getByRole("region", { name: "修了した研修" });
    await completions.getByRole("link", { name: course.name, exact: true }).waitFor();
    const year = await until(
        () => one.ask<MyYear>("GET", "/me/training"),
        (found) => found.completions.some((done) => done.course === course.code),
    );
    expect(year.completions).toContainEqual(expect.objectContaining({ course: course.code, completed_on: today }));

    await one.page.goto(one.at("/me"));
    await settled(one.page);
    const history = one.page.getByRole("region", { name: "これまで" }).getByRole("listitem");
    await history
        .filter({ has: one.page.locator(`time[datetime="${today}"]`) })
        .filter({ hasText: course.name })
        .first()
        .waitFor();
    await everythingFine(one);
});

test("whoever takes an application back reads why it stands where it stands, and may apply again", async () => {
    const one = await signedIn(browser, "staff");
    const { today } = await one.ask<Me>("GET", "/me");
    const { courses } = await one.ask<Catalogue>("GET", "/courses");
    const run = await openRun(courses[0]?.code ?? "", `取下げの回 ${Date.now()}`, today);
    await apply(one, run);
    await one.page.getByRole("button", { name: /申込みを取り下げる$/ }).click();
    const dialog = one.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "取り下げる" }).click();
    await dialog.getByText("入力してください。").waitFor();
    await dialog.getByRole("textbox").fill("別の会議と重なったため");
    await dialog.getByRole("button", { name: "取り下げる" }).click();
    await one.page.getByText("取り下げました。").waitFor();
    await one.page.goto(one.at("/training/mine"));
    await settled(one.page);
    await one.page.getByText("理由: 別の会議と重なったため").first().waitFor();
    await apply(one, run);
    await everythingFine(one);
});
