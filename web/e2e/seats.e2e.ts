// The office plans seats: it proposes, changes somebody's seat by hand, proposes again around it and orders everybody under a decision.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { endOfYear, everythingFine, type Someone, signedIn } from "./town.ts";

interface Outlook {
    courses: { course: string; course_name: string; required: number }[];
}
interface Plan {
    id: number;
    state: string;
    wanted: number;
    seated: number;
    runs: { run: number; planned: number }[];
}
interface Enrolments {
    enrolments: { route: string; basis_no: string; status: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

/** A run for the last course that somebody must take: other tests begin at the first. */
async function openRun(office: Someone): Promise<{ run: number; name: string }> {
    const { today } = await office.ask<{ today: string }>("GET", "/me");
    const { courses } = await office.ask<Outlook>("GET", "/seat-plans/outlook");
    const course = courses.findLast(({ required }) => required > 1);
    if (!course) throw new Error("nobody in the demo must take anything");
    const day = endOfYear(today);
    const { id } = await office.ask<{ id: number }>("POST", "/runs", {
        course: course.course,
        name: "席の割振り",
        fiscal_year: Number(day.slice(0, 4)) - 1,
        capacity: course.required - 1,
        unit: null,
        per_unit: 0,
        apply_from: today,
        apply_until: day,
        waiting_until: null,
        attend: "all",
        needs_release: false,
        note: "",
        sessions: [{ id: null, starts_at: `${day}T22:00`, ends_at: `${day}T23:00`, place: "大会議室", online_address: "" }],
    });
    await office.ask("POST", `/runs/${id}/opening`, {});
    return { run: id, name: course.course_name };
}

const planOf = (office: Someone) => office.ask<Plan>("GET", `/seat-plans/${/seats\/(\d+)/.exec(office.page.url())?.[1]}`);

test("seats are proposed, changed by hand, proposed again around that, and ordered under a decision", async () => {
    const office = await signedIn(browser, "training_officer", { city: "kakamigahara" });
    const { run, name } = await openRun(office);
    const { page } = office;
    await page.goto(office.at("/training/seats"));
    await settled(page);
    expect(await violations(page)).toEqual([]);
    // From some to all, from all to none, then the one.
    const all = page.getByRole("checkbox", { name: "すべての研修を選ぶ" });
    await all.check();
    await all.uncheck();
    await page.getByRole("button", { name: "割振り案を作る" }).click();
    await page.getByText("一つ以上の研修を選んでください。").first().waitFor();
    await page.getByRole("checkbox", { name: `${name}を割り振る` }).check();
    await page.getByRole("button", { name: "割振り案を作る" }).click();
    await page.waitForURL(/training\/seats\/\d+/);
    await page.getByText("最適").first().waitFor();
    await page.getByText(/全員が受講できます。|全員に席があります/).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${page.url().split("?")[0]}?tab=people&run=${run}`);
    await settled(page);
    await page
        .getByRole("button", { name: /さんの席を変える$/ })
        .first()
        .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /席なし/ }).check();
    await dialog.getByRole("button", { name: "変える" }).click();
    await page.getByText(/さんの席を変えました。/).waitFor();
    await page.getByRole("button", { name: "割り振り直す" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "割り振り直す" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "確定する" }).waitFor();
    await page.getByRole("tab", { name: /席のない人/ }).click();
    await page.getByText("手で外した").first().waitFor();

    await page.getByRole("button", { name: "確定する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "確定する" }).click();
    await page.getByRole("dialog").getByText("入力してください。").waitFor();
    await page.getByRole("dialog").getByRole("textbox").fill("人第12号");
    await page.getByRole("dialog").getByRole("button", { name: "確定する" }).click();
    await page.getByText(/決裁番号 人第12号 で確定しました。/).waitFor();
    const plan = await planOf(office);
    expect(plan.state).toBe("confirmed");
    const { enrolments } = await office.ask<Enrolments>("GET", `/runs/${run}/enrolments`);
    const ordered = enrolments.filter(
        ({ route, basis_no, status }) => route === "ordered" && basis_no === "人第12号" && status === "accepted",
    );
    expect(ordered.length).toBe(plan.runs.find((one) => one.run === run)?.planned);
    expect(ordered.length).toBeGreaterThan(0);
    await everythingFine(office);
});
