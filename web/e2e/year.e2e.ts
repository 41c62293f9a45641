// The fiscal year of a training office, from the first question to the figure that is reported:
// round, selection, run, waiting list, attendance, completion, and then what the plan makes of it.
//
// 枚方: the head names a DX推進リーダー; seven courses make レベル１, one of them is held here and six are learned elsewhere; the office
// certifies, the target of the year rises by one, and the figures of the day are frozen.
// 各務原: the policy asks 情報セキュリティ研修 of everybody, DXマインドアップ研修 of managers and デジタルスキルアップ研修 of the デジタル推進員
// whom each section selects. Whoever is selected has to take the last, and its completion proves two skills. The policy has neither
// levels nor targets, so nothing is certified or frozen: the pages say so, and the year's figures are those of the role.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { firstSignIn, type Newcomer, newcomer } from "./newcomers.ts";
import { besideTheOthers, nominate, openRound, selectAndDecide } from "./rounds.ts";
import { apply, bringForward, enterWhoCame, openRun, recommend, seeCompleted, withdraw } from "./runs.ts";
import { everythingFine, like, type Someone, signedIn } from "./town.ts";

interface Me {
    today: string;
    fiscal_year: number;
    unit: number;
}
interface Catalogue {
    courses: { code: string; name: string }[];
}
interface Enrolments {
    enrolments: { staff: number; status: string; place: number }[];
}
interface Page {
    profile: { appointments: { role_name: string; basis_no: string }[] };
    skills: { rows: { name: string; certified: { kind: string; dated_on: string } | null }[] };
}
interface Level {
    level: { name: string; required: { code: string; name: string }[] } | null;
}
interface Targets {
    rows: { level: string; fiscal_year: number; actual: number | null }[];
}
interface Cohorts {
    years: { fiscal_year: number; roles: { entered: number }[] }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

/** A section that nobody else knows: one who will be named, and two who want the same seat. */
async function section(city: string) {
    const office = await signedIn(browser, "training_officer", { city });
    const head = await signedIn(browser, "section_head", { city });
    const named = await newcomer(office, head, "年度 一花");
    const first = await newcomer(office, head, "年度 二郎");
    const last = await newcomer(office, head, "年度 三奈");
    return { office, head, named, first, last, person: await firstSignIn(browser, named, city) };
}
type Section = Awaited<ReturnType<typeof section>>;

/** Round and selection: the appointment stands on the person's page. */
async function appoint({ office, head, named }: Section) {
    const basis = `年度第${named.staff_no}号`;
    const { round, role } = await openRound(browser, `年度の募集 ${named.staff_no}`, besideTheOthers, office.slug);
    await nominate(head, `年度の募集 ${named.staff_no}`, round, named.id);
    expect(await violations(head.page)).toEqual([]);
    await selectAndDecide(office, round, named.name, basis);
    expect(await violations(office.page)).toEqual([]);
    const { profile } = await office.ask<Page>("GET", `/staff/${named.id}/page`);
    expect(profile.appointments).toContainEqual(expect.objectContaining({ role_name: role, basis_no: basis }));
}

/** One seat and three who want it: the first gives it up, and it goes to whoever waited longest. */
async function learnFromTheWaitingList({ office, head, named, first, last, person }: Section, course: string) {
    const run = await openRun(browser, { course, name: `年度の回 ${named.staff_no}`, seats: 1, city: office.slug });
    await recommend(head, run, first);
    await apply(person, run, "キャンセル待ち");
    await recommend(head, run, last);
    const stands = async ({ id }: Newcomer) => {
        const { enrolments } = await head.ask<Enrolments>("GET", `/runs/${run}/enrolments`);
        return enrolments.find(({ staff }) => staff === id);
    };
    expect(await stands(first)).toMatchObject({ status: "accepted" });
    expect(await stands(named)).toMatchObject({ status: "waiting", place: 1 });
    expect(await stands(last)).toMatchObject({ status: "waiting", place: 2 });

    await withdraw(head, run, first.name);
    expect(await violations(head.page)).toEqual([]);
    expect(await stands(named)).toMatchObject({ status: "accepted" });
    expect(await stands(last)).toMatchObject({ status: "waiting", place: 1 });
    await person.page.goto(person.at("/training/mine"));
    await settled(person.page);
    await person.page.getByRole("region", { name: "申込みと受講" }).getByText("受講決定").waitFor();
    expect(await violations(person.page)).toEqual([]);

    await bringForward(office, run);
    await enterWhoCame(office, run);
    expect(await violations(office.page)).toEqual([]);
    const { courses } = await person.ask<Catalogue>("GET", "/courses");
    await seeCompleted(person, courses.find(({ code }) => code === course)?.name ?? "");
}

/** What was learned elsewhere comes as a list, by the names of the plan. */
async function takeIn(office: Someone, { staff_no }: Newcomer, courses: readonly { name: string }[]) {
    const { today } = await office.ask<Me>("GET", "/me");
    const lines = ["職員番号,研修,修了日", ...courses.map(({ name }) => `${staff_no},${name},${today}`)];
    const { page } = office;
    await page.goto(office.at("/training/completions"));
    await settled(page);
    const buffer = Buffer.from(lines.join("\n"));
    await page.locator("input[type=file]").setInputFiles({ name: "修了.csv", mimeType: "text/csv", buffer });
    await page.getByText(`${courses.length}行・3列を読み取りました。`).waitFor();
    await page.getByRole("textbox", { name: /どこの一覧ですか/ }).fill(`動画研修 ${staff_no}`);
    await page.getByRole("button", { name: "何が加わるかを確かめる" }).click();
    await page.getByRole("button", { name: `${courses.length}件を取り込む` }).click();
    await page.getByText(`修了を${courses.length}件取り込みました`).waitFor();
    expect(await violations(page)).toEqual([]);
}

async function certify(one: Someone, { name }: Newcomer, level: string) {
    const { today } = await one.ask<Me>("GET", "/me");
    const { page } = one;
    await page.goto(one.at(`/levels?level=${level}`));
    await settled(page);
    await page.getByRole("checkbox", { name: like(name) }).check({ force: true });
    await page.getByRole("button", { name: "1人を認定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /決裁番号/ }).fill("8情政第41号");
    await dialog.getByRole("textbox", { name: /決裁日/ }).fill(today);
    await dialog.getByRole("button", { name: "1人を認定する" }).click();
    await page.getByText("1人を認定しました。").waitFor();
    expect(await violations(page)).toEqual([]);
}

/** The figure of the level in this year's targets, as its page says it. */
async function reached(one: Someone, level: string) {
    const { fiscal_year } = await one.ask<Me>("GET", "/me");
    const { rows } = await one.ask<Targets>("GET", "/targets");
    return rows.find((row) => row.level === level && row.fiscal_year === fiscal_year)?.actual ?? Number.NaN;
}

/** The figures of today on a page of their own, and counted again they are the same. */
async function freezeToday(one: Someone, figure: number) {
    const { today } = await one.ask<Me>("GET", "/me");
    const { page } = one;
    await page.getByRole("button", { name: "ある日の数を固定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^基準日/ }).fill(today);
    await dialog.getByRole("button", { name: "この日の数を固定する" }).click();
    await page.getByText("数を固定しました。").waitFor();
    const [, month, day] = today.split("-").map(Number);
    await page
        .getByRole("link", { name: new RegExp(`年${month}月${day}日現在の数`) })
        .first()
        .click();
    await page.getByText("いま数え直しても同じ数です").waitFor();
    await page
        .getByRole("definition")
        .filter({ hasText: new RegExp(`^${figure} / `) })
        .first()
        .waitFor();
}

/** Whether somebody of the section still has to take the course, as the list of those who have not says. */
async function owes(office: Someone, unit: number, { name }: Newcomer, course: string) {
    await office.page.goto(office.at(`/training/outstanding?course=${course}&unit=${unit}`));
    await settled(office.page);
    return (await office.page.getByRole("row").filter({ hasText: name }).count()) > 0;
}

/** How many have come to a role of the plan this year. */
async function entered(one: Someone) {
    const { fiscal_year } = await one.ask<Me>("GET", "/me");
    const { years } = await one.ask<Cohorts>("GET", "/targets/cohorts");
    const roles = years.find((year) => year.fiscal_year === fiscal_year)?.roles ?? [];
    return roles.reduce((sum, role) => sum + role.entered, 0);
}

/** A page for which the plan has nothing says that, and leads to the plan. */
async function saysItHasNone(one: Someone, path: string, what: string) {
    await one.page.goto(one.at(path));
    await settled(one.page);
    await one.page.getByText(what).waitFor();
    await one.page.getByRole("link", { name: "計画を見る" }).waitFor();
    expect(await violations(one.page)).toEqual([]);
}

test("枚方: who is named, waits for a seat, completes what the level asks and is certified is one more in the figures of the day", async () => {
    const all = await section("hirakata");
    const { office, head, named, person } = all;
    await appoint(all);
    const { level } = await office.ask<Level>("GET", "/levels/candidates?level=L1");
    const [here, ...elsewhere] = level?.required ?? [];
    await learnFromTheWaitingList(all, here?.code ?? "");
    await takeIn(office, named, elsewhere);

    const dx_office = await signedIn(browser, "dx_office", { city: "hirakata" });
    const before = await reached(dx_office, "L1");
    await certify(dx_office, named, "L1");
    expect(await reached(dx_office, "L1")).toBe(before + 1);
    await dx_office.page.goto(dx_office.at("/targets?open=L1"));
    await settled(dx_office.page);
    await dx_office.page.getByRole("row").filter({ hasText: named.name }).getByText("認定", { exact: true }).waitFor();
    expect(await violations(dx_office.page)).toEqual([]);
    await freezeToday(dx_office, before + 1);

    await person.page.goto(person.at("/me"));
    await settled(person.page);
    await person.page
        .getByRole("region", { name: "レベル", exact: true })
        .getByText(level?.name ?? "", { exact: true })
        .waitFor();
    for (const one of [dx_office, office, head, person]) await everythingFine(one);
});

test("各務原: who is selected has one course more to take; its completion ends that and proves two skills, and levels are not asked for", async () => {
    const all = await section("kakamigahara");
    const { office, head, named, person } = all;
    const { unit, today } = await head.ask<Me>("GET", "/me");
    const before = await entered(office);
    expect(await owes(office, unit, named, "KGM-C03")).toBe(false);
    await appoint(all);
    expect(await entered(office)).toBe(before + 1);
    expect(await owes(office, unit, named, "KGM-C03")).toBe(true);
    await learnFromTheWaitingList(all, "KGM-C03");
    expect(await owes(office, unit, named, "KGM-C03")).toBe(false);

    await head.page.goto(head.at(`/staff/${named.id}`));
    await settled(head.page);
    const { skills } = await head.ask<Page>("GET", `/staff/${named.id}/page`);
    for (const skill of ["データサイエンス", "UI・UXデザイン"]) {
        const held = head.page.getByRole("region", { name: "保有しているもの" });
        await held.getByRole("article", { name: skill, exact: true }).waitFor();
        const { certified } = skills.rows.find(({ name }) => name === skill) ?? {};
        expect(certified).toMatchObject({ kind: "course", dated_on: today });
    }

    const dx_office = await signedIn(browser, "dx_office", { city: "kakamigahara" });
    await saysItHasNone(dx_office, "/levels", "方針にレベルの定めがありません");
    await saysItHasNone(dx_office, "/targets", "方針に目標がありません");
    await dx_office.page
        .getByRole("table", { name: "育成の流れ" })
        .getByRole("row", { name: /^デジタル推進員/ })
        .waitFor();
    for (const one of [dx_office, office, head, person]) await everythingFine(one);
});
