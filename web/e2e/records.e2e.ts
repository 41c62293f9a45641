// Records of learning that the runs do not make: a list of completions from elsewhere, taken in and back; learning on the job, told by
// the person and confirmed by the head; the address of one's calendar.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { everythingFine, signedIn, until } from "./town.ts";

interface Me {
    staff: number;
    name: string;
    today: string;
}
interface Catalogue {
    courses: { code: string; name: string }[];
}
interface MyYear {
    completions: { course: string; source: string }[];
}
interface Page {
    profile: { staff_no: string };
    skills: { rows: { skill: string; evidence: { kind: string; source: string }[] }[] };
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test("a list of completions is read by its header, checked, taken in without the row that is wrong, and taken back", async () => {
    const one = await signedIn(browser, "staff");
    const { staff, today } = await one.ask<Me>("GET", "/me");
    const { courses } = await one.ask<Catalogue>("GET", "/courses");
    const course = courses[0];
    const office = await signedIn(browser, "training_officer");
    const { profile } = await office.ask<Page>("GET", `/staff/${staff}/page`);
    const source = `確かめのフォーム ${Date.now()}`;
    const name = `【外部】${course?.name}(動画) ${Date.now()}`;
    const list = `受付番号,回答日時,職員番号,受講した研修\n1,${today} 00:10,${profile.staff_no},${name}\n2,${today} 00:20,999999,${name}\n`;
    const from_the_form = async () =>
        (await one.ask<MyYear>("GET", "/me/training")).completions.filter((each) => each.source === source).length;

    const { page } = office;
    await page.goto(office.at("/training/completions"));
    await settled(page);
    await page.locator("input[type=file]").setInputFiles({ name: "修了.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
    await page.getByText("2行・4列を読み取りました。").waitFor();
    await page.getByRole("textbox", { name: /どこの一覧ですか/ }).fill(source);
    await page.getByRole("button", { name: "何が加わるかを確かめる" }).click();
    const means = page.getByRole("combobox", { name: `「${name}」にあたる計画の研修` });
    await means.selectOption(course?.code ?? "");
    await page.getByText("選択", { exact: true }).waitFor();
    await page.getByText("この番号の職員が見つかりません。").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("checkbox", { name: "取り込めない1行を除いて取り込む" }).check({ force: true });
    await page.getByRole("button", { name: "1件を取り込む" }).click();
    await page.getByText("修了を1件取り込みました").waitFor();
    expect(await from_the_form()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await page.getByRole("button", { name: "この取込を取り消す", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "取り消す", exact: true }).click();
    await page.getByText("取込を取り消しました。").first().waitFor();
    expect(await from_the_form()).toBe(0);
    await everythingFine(office);
    await one.context.close();
});

test("learning on the job is told by the person, confirmed by the head, and is evidence of the skill", async () => {
    const one = await signedIn(browser, "staff");
    const { staff, name } = await one.ask<Me>("GET", "/me");
    const title = `引継ぎの確かめ ${Date.now()}`;
    await one.page.goto(one.at("/training/records"));
    await settled(one.page);
    await one.page.getByRole("button", { name: "記録する" }).click();
    const dialog = one.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^学んだこと/ }).fill(title);
    const skills = dialog.getByRole("combobox", { name: /^身についた/ });
    await skills.click();
    await skills.press("ArrowDown");
    await one.page.getByRole("listbox").getByRole("option").first().click();
    await dialog.getByRole("button", { name: /を外す$/ }).waitFor();
    expect(await violations(one.page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存する" }).click();
    await one.page.getByText("記録を保存しました。").waitFor();
    await one.page.getByText(title).waitFor();
    await everythingFine(one);

    const head = await signedIn(browser, "section_head");
    await head.page.goto(head.at("/training/records"));
    await settled(head.page);
    await head.page.getByRole("button", { name: `${name}の「${title}」を確認する` }).click();
    await head.page.getByText(`${name}の記録を確認しました。`).waitFor();
    const proven = await until(
        () => head.ask<Page>("GET", `/staff/${staff}/page`),
        (page) => page.skills.rows.some(({ evidence }) => evidence.some(({ source }) => source === title)),
    );
    expect(proven.skills.rows.flatMap(({ evidence }) => evidence).find(({ source }) => source === title)?.kind).toBe("ojt");
    await everythingFine(head);
});

test("the address of one's calendar opens without a session, until it is stopped", async () => {
    const one = await signedIn(browser, "staff");
    await one.page.goto(one.at("/training/mine"));
    await settled(one.page);
    await one.page.getByRole("button", { name: /アドレスを作(る|り直す)/ }).click();
    const address = (await one.page.locator("[data-address]").textContent()) ?? "";
    expect(address).toMatch(/\/api\/calendar\.ics\?key=[0-9a-f]{40}$/);
    const read = () => fetch(address, { headers: {} });
    const feed = await read();
    expect(feed.status).toBe(200);
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    await one.page.getByRole("button", { name: "止める" }).click();
    await one.page.getByText("カレンダーのアドレスを止めました。").waitFor();
    expect((await read()).status).toBe(404);
    await everythingFine(one);
});
