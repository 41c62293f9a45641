// A survey from its template to its answers, as the office and the staff go through it.
import type { Page } from "playwright-core";
import { settled } from "./browser.ts";
import type { Someone } from "./town.ts";

interface Option {
    code: string;
}
interface Question {
    code: string;
    type: string;
    required: boolean;
    if_question: string;
    options: Option[];
    items: Option[];
    least: number | null;
}
interface Printed {
    form: { survey: { questions: Question[] } };
    forms: { code: string }[];
}

/** The office begins from the template and publishes it; returns the questionnaire's id. */
export async function publishFrom(office: Someone, pack: string): Promise<number> {
    const { page } = office;
    const { packs } = await office.ask<{ packs: { code: string; title: string }[] }>("GET", "/surveys");
    const title = packs.find(({ code }) => code === pack)?.title;
    await page.goto(office.at("/surveys?tab=surveys"));
    await settled(page);
    await page.getByRole("button", { name: `${title}: これで始める` }).click();
    await page.waitForURL(/\/surveys\/\d+/);
    await page.getByRole("button", { name: "公開する" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "公開する" }).click();
    await page.getByText("公開済み", { exact: true }).waitFor();
    return Number(/\/surveys\/(\d+)/.exec(page.url())?.[1]);
}

/** The office asks everybody, and shows nothing of fewer than four. */
export async function openWave(office: Someone, survey: number, name: string): Promise<number> {
    const { page } = office;
    await page.goto(office.at(`/surveys/waves/new?survey=${survey}`));
    await settled(page);
    await page.getByRole("textbox", { name: /^名前/ }).fill(name);
    await page.getByRole("radio", { name: /^その他/ }).check();
    await page.getByRole("combobox", { name: /^少人数の扱い/ }).selectOption("4");
    await page.getByText(/\d人に尋ねます/).waitFor();
    await page.getByRole("button", { name: "保存する" }).click();
    await page.waitForURL(/\/surveys\/waves\/\d+/);
    await page.getByRole("button", { name: "始める", exact: true }).click();
    await page.getByRole("dialog").getByText("始めると決まること").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "始める" }).click();
    await page.getByText("実施中", { exact: true }).waitFor();
    return Number(/\/waves\/(\d+)/.exec(page.url())?.[1]);
}

/** Chooses the first of everything there is to choose, as it comes into sight. */
export async function fillIn(page: Page) {
    const groups = page.locator("[data-choices]");
    for (let at = 0; at < (await groups.count()); at++) {
        const group = groups.nth(at);
        if ((await group.locator("input:checked").count()) === 0)
            await group.locator("input:is([type=radio], [type=checkbox])").first().check();
    }
    for (const list of await page.locator("fieldset select").all()) await list.selectOption({ index: 1 });
    for (const number of await page.locator("fieldset input[inputmode=decimal]").all()) await number.fill("1");
}

/** Five who have not answered yet, on paper: printed by the office, typed in by somebody else. */
export async function fiveOnPaper(office: Someone, typist: Someone, wave: number) {
    const { sections } = await office.ask<{ sections: { unit: number | null }[] }>("GET", `/survey-waves/${wave}/sections`);
    let typed = 0;
    for (const { unit } of sections) {
        if (unit === null) continue;
        const printed = await office.ask<Printed>("POST", `/survey-waves/${wave}/paper`, { unit });
        for (const { code } of printed.forms) {
            if (typed === 5) return;
            const answers = answersTo(printed.form.survey.questions, typed);
            const sent = await typist.request("POST", `/survey-waves/${wave}/paper-answers`, { code, answers });
            if (sent.ok()) typed += 1; // who has answered on a screen is not taken twice
        }
    }
    throw new Error(`only ${typed} forms could be typed in`);
}

function answersTo(questions: readonly Question[], at: number) {
    const pick = (options: readonly Option[]) => options[at % options.length]?.code ?? "";
    return questions
        .filter(({ if_question, type }) => if_question === "" && !type.endsWith("text"))
        .map(({ code, type, options, items, least }) => ({
            question: code,
            options: options.length > 0 && items.length === 0 ? [pick(options)] : [],
            items: items.map((item) => ({ item: item.code, option: pick(options) })),
            number: type === "number" ? (least ?? 0) + 1 : null,
            text: "",
        }));
}
