// What is printed: the executive's home is one sheet of A4.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, settled } from "./browser.ts";
import { signedIn } from "./town.ts";

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test("the executive's home prints on one A4 page", async () => {
    const one = await signedIn(browser, "executive");
    await one.page.goto(one.at("/"));
    await settled(one.page);
    const pdf = (await one.page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});

test("the training year, planned beside held, prints on one landscape A4 page", async () => {
    const one = await signedIn(browser, "training_officer");
    await one.page.goto(one.at("/training/year"));
    await settled(one.page);
    await one.page.getByRole("table").waitFor();
    const pdf = (await one.page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [width = 0, height = 0] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
    expect(width).toBeGreaterThan(height);
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
});
