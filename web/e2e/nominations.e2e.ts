// Who goes, by the people who decide it: the office asks, the head answers from the home page in two clicks, the office selects and
// decides, and the appointment stands on the person's page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { nominate, openRound, selectAndDecide } from "./rounds.ts";
import { everythingFine, signedIn } from "./town.ts";

interface Overview {
    rounds: { round: { id: number; name: string }; sections: { mine: boolean; section: { unit: number } }[] }[];
}
interface StaffPage {
    profile: { appointments: { role_name: string; basis_no: string }[] };
}

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test("the head nominates in two clicks from home, the office selects and decides, and the appointment is on the person's page", async () => {
    const name = `試験の募集 ${Date.now()}`;
    const basis = `試験第${Date.now() % 100000}号`;
    const { round, role } = await openRound(browser, name);
    const head = await signedIn(browser, "section_head");
    const person = await nominate(head, name, round);
    await everythingFine(head);
    const office = await signedIn(browser, "training_officer");
    await selectAndDecide(office, round, person.name, basis);
    await office.page.goto(office.at(`/staff/${person.staff}`));
    await settled(office.page);
    await office.page.getByText(basis).first().waitFor();
    const page = await office.ask<StaffPage>("GET", `/staff/${person.staff}/page`);
    expect(page.profile.appointments).toContainEqual(expect.objectContaining({ role_name: role, basis_no: basis }));
    await everythingFine(office);
});

test("nobody this time needs its reason, and then is an answer", async () => {
    const { round } = await openRound(browser, `だれもいない募集 ${Date.now()}`);
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
    await page.getByText(/さんが回答しました/).waitFor();
    head.takeFaults(); // the refusal above
    await everythingFine(head);
});
