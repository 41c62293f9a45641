// From the candidates to the target: the office certifies in one decision, the figure rises, the certificate can be checked.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled, violations } from "./browser.ts";
import { type Someone, signedIn } from "./town.ts";

interface Candidates {
    level: { level: string } | null;
    rows: { staff: number; name: string; fulfils: boolean }[];
}
interface Targets {
    rows: { level: string; actual: number | null; ready: number }[];
}
interface Certifications {
    certifications: { id: number; number: string; basis_no: string }[];
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

async function everythingFine(one: Someone) {
    await one.page.locator("[data-live-announcer] [role=img]").first().waitFor({ state: "detached" });
    expect(await violations(one.page)).toEqual([]);
    expect(one.takeFaults()).toEqual([]);
}

async function targetOf(one: Someone, level: string, fiscal_year: number) {
    const { rows } = await one.ask<Targets>("GET", `/targets?fiscal_year=${fiscal_year}`);
    const row = rows.find((found) => found.level === level);
    if (!row) throw new Error(`no target for ${level} in ${fiscal_year}`);
    return row;
}

test("who fulfils the rule is certified in one decision: the target rises, the paper is one sheet and its number is found true", async () => {
    const one = await signedIn(browser, "dx_office");
    const { page } = one;
    const { today } = await one.ask<{ today: string }>("GET", "/me");
    const year = Number(today.slice(0, 4)) - (today.slice(5, 7) < "04" ? 1 : 0);
    const { level, rows } = await one.ask<Candidates>("GET", "/levels/candidates");
    const candidate = rows.find(({ fulfils }) => fulfils);
    if (!level || !candidate) throw new Error("nobody waits to be certified");
    const before = await targetOf(one, level.level, year);

    await page.goto(one.at("/levels"));
    await settled(page);
    await everythingFine(one);
    const name = new RegExp(candidate.name.replaceAll(/\s+/g, "\\s+"));
    await page.getByRole("checkbox", { name }).check({ force: true });
    await page.getByRole("button", { name: "1人を認定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /決裁番号/ }).fill("8情政第12号");
    await dialog.getByRole("textbox", { name: /決裁日/ }).fill(today);
    await dialog.getByRole("button", { name: "1人を認定する" }).click();
    await page.getByText("1人を認定しました。").waitFor();

    const after = await targetOf(one, level.level, year);
    expect(after.actual).toBe((before.actual ?? 0) + 1);
    expect(after.ready).toBe(before.ready - 1);
    await page.goto(one.at("/targets"));
    await settled(page);
    await page.getByText("到達見込み").first().waitFor();
    await everythingFine(one);

    const { certifications } = await one.ask<Certifications>("GET", `/certifications?staff=${candidate.staff}`);
    const made = certifications.find(({ basis_no }) => basis_no === "8情政第12号");
    if (!made) throw new Error("the certification is not on record");
    await page.goto(one.at(`/certifications/${made.id}`));
    await page.getByRole("article").getByText(candidate.name).waitFor();
    await everythingFine(one);
    const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    await page.goto(one.at("/certificates"));
    await settled(page);
    await page.getByRole("textbox", { name: "番号" }).fill(made.number.toLowerCase());
    await page.getByRole("button", { name: "確かめる" }).click();
    await page.getByText("この認定証は有効です").waitFor();
    await everythingFine(one);
    await one.context.close();
});

test("a table of prior learning with a wrong row says which cell and why, and certifies nobody until it is right", async () => {
    const one = await signedIn(browser, "training_officer");
    const { page } = one;
    const { rows } = await one.ask<{ rows: { id: number; staff_no: string; name: string }[] }>("GET", "/staff?size=200");
    const someone = [];
    for (const row of rows) {
        const { certifications } = await one.ask<Certifications>("GET", `/certifications?staff=${row.id}`);
        if (certifications.length === 0) someone.push(row);
        if (someone.length === 1) break;
    }
    const [person] = someone;
    if (!person) throw new Error("everybody is certified");
    const good = `${person.staff_no},${person.name},令和7年3月31日,令和6年度研修の受講`;
    const table = (...lines: string[]) => Buffer.from(["職員番号,氏名,認定日,根拠", ...lines].join("\r\n"));

    await page.goto(one.at("/levels?tab=prior"));
    await settled(page);
    const input = page.locator("input[type=file]");
    await input.setInputFiles({ name: "既修得.csv", mimeType: "text/csv", buffer: table(good, "9999999,だれか,R7.3.31,受講") });
    await page.getByText("取り込めないところが1か所あります。").waitFor();
    await page.getByText("この番号の職員が見つかりません").waitFor();
    await everythingFine(one);
    await page.getByRole("button", { name: "ほかのファイルを選ぶ" }).click();
    await input.setInputFiles({ name: "既修得.csv", mimeType: "text/csv", buffer: table(good) });
    await page.getByText("1人を認定できます。").waitFor();
    await page.getByRole("textbox", { name: /決裁番号/ }).fill("7情政第31号");
    await page.getByRole("textbox", { name: /決裁日/ }).fill("R7.3.31");
    await page.getByRole("button", { name: "1人を認定する" }).click();
    await page.getByText("1人の既修得を認定しました。").waitFor();
    const { certifications } = await one.ask<Certifications>("GET", `/certifications?staff=${person.id}`);
    expect(certifications.map(({ basis_no }) => basis_no)).toEqual(["7情政第31号"]);
    await everythingFine(one);
    await one.context.close();
});

test("the figures of 31 March are frozen, and counted again they are the same", async () => {
    const one = await signedIn(browser, "dx_office");
    const { page } = one;
    await page.goto(one.at("/targets"));
    await settled(page);
    await page.getByRole("button", { name: "ある日の数を固定する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
        .getByRole("button", { name: /\.3\.31\(/ })
        .first()
        .click();
    await dialog.getByRole("button", { name: "この日の数を固定する" }).click();
    await page.getByText("数を固定しました。").waitFor();
    await page
        .getByRole("link", { name: /年3月31日現在の数/ })
        .first()
        .click();
    await page.getByText("いま数え直しても同じ数です").waitFor();
    await everythingFine(one);
    await one.context.close();
});
