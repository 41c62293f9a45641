// A browser that minds what a user cannot see: another host, a broken policy, an error in the console.
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export const base = process.env.HAGUKUMI_E2E_URL ?? "http://127.0.0.1:8080";

const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

export const launch = (): Promise<Browser> =>
    chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: quiet });

export interface Visit {
    context: BrowserContext;
    page: Page;
    /** What went wrong so far; taking it empties it. */
    takeFaults: () => string[];
}

export async function visit(
    browser: Browser,
    { width = 1280, language = "ja" }: { width?: number; language?: "ja" | "en" } = {},
): Promise<Visit> {
    const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        locale: language === "ja" ? "ja-JP" : "en-GB",
    });
    const page = await context.newPage();
    let faults: string[] = [];
    page.on("request", (request) => {
        if (!request.url().startsWith(`${base}/`) && !request.url().startsWith("blob:"))
            faults.push(`asked another host: ${request.url()}`);
    });
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => {
        const expected = /status of 40[134]/.test(message.text());
        if (message.type() === "error" && !expected) faults.push(`console: ${message.text()}`);
    });
    const takeFaults = () => {
        const taken = faults;
        faults = [];
        return taken;
    };
    return { context, page, takeFaults };
}

/** Waits until nothing is being loaded and returns the heading. */
export async function settled(page: Page): Promise<string> {
    const heading = page.locator("h1").first();
    await heading.waitFor({ timeout: 20_000 });
    await page.locator("[data-skeleton]").first().waitFor({ state: "detached", timeout: 20_000 });
    return (await heading.textContent()) ?? "";
}

/** WCAG 2.2 AA by axe, each violation with where it is. */
export async function violations(page: Page): Promise<string[]> {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const found = await new AxeBuilder({ page }).withTags(tags).analyze();
    return found.violations.map(
        ({ id, nodes }) =>
            `${id}: ${nodes
                .slice(0, 3)
                .map(({ html }) => html.slice(0, 160))
                .join(" | ")}`,
    );
}

/** Whether the page is wider than the window: a phone would have to scroll sideways. */
export const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
