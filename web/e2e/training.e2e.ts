// The training year by the people who live it: the office opens a run, somebody applies, the head lets go, who came is entered, and
// it stands as a completion on the person's page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { apply, bringForward, enterWhoCame, openRun, seeCompleted } from "./runs.ts";
import { everythingFine, signedIn, until } from "./town.ts";

interface Me {
    staff: number;
    name: string;
    today: string;
}
interface Catalogue {
    courses: { code: string; name: string; completed_on: string | null }[];
}
interface MyYear {
    completions: { course: string; completed_on: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

async function release(name: string, run_name: string) {
    const head = await signedIn(browser, "section_head");
    await head.page.goto(head.at("/training/section"));
    await settled(head.page);
    const waiting = head.page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: run_name });
    await waiting.getByRole("button", { name: /を承認する$/ }).click();
    await head.page.getByText(/受講を承認しました\(受講決定\)/).waitFor();
    await everythingFine(head);
}

test("a run is opened, applied for, released, attended and completed, and the completion stands on the person's page", async () => {
    const one = await signedIn(browser, "staff");
    const { name, today } = await one.ask<Me>("GET", "/me");
    const { courses } = await one.ask<Catalogue>("GET", "/courses");
    const course = courses.find(({ completed_on }) => completed_on === null);
    if (!course) throw new Error("the demo's staff member has completed everything");
    const run_name = `試験の回 ${Date.now()}`;

    const run = await openRun(browser, { course: course.code, name: run_name });
    await apply(one, run, "所属長の承認待ち");
    await release(name, run_name);

    const office = await signedIn(browser, "training_officer");
    await bringForward(office, run);
    await enterWhoCame(office, run);
    await everythingFine(office);

    await seeCompleted(one, course.name);
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
    const { courses } = await one.ask<Catalogue>("GET", "/courses");
    const run = await openRun(browser, { course: courses[0]?.code ?? "", name: `取下げの回 ${Date.now()}` });
    await apply(one, run, "所属長の承認待ち");
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
    await apply(one, run, "所属長の承認待ち");
    await everythingFine(one);
});
