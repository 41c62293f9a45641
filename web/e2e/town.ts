// The demo town behind the screens: its accounts, and questions that a test asks beside the browser.
import type { APIResponse, Browser } from "playwright-core";
import { expect } from "vitest";
import { base, type Visit, violations, visit } from "./browser.ts";

export type Role =
    | "staff"
    | "section_head"
    | "dx_leader"
    | "adviser"
    | "training_officer"
    | "dx_office"
    | "executive"
    | "administrator";

interface DemoAccount {
    login: string;
    password: string;
    name: string;
    role: Role;
}

export interface Someone extends Visit {
    slug: string;
    /** An address of this municipality. */
    at: (path: string) => string;
    /** Asks the server with this person's session; throws when it refuses. */
    ask: <T>(method: string, path: string, body?: unknown) => Promise<T>;
    /** The same, with the answer as it is. */
    request: (method: string, path: string, body?: unknown) => Promise<APIResponse>;
}

export async function slugs(): Promise<string[]> {
    const { municipalities } = (await (await fetch(`${base}/api/municipalities`)).json()) as {
        municipalities: { slug: string }[];
    };
    return municipalities.map(({ slug }) => slug);
}

export async function demoAccount(slug: string, role: Role): Promise<DemoAccount> {
    const { accounts } = (await (await fetch(`${base}/${slug}/api/demo-accounts`)).json()) as { accounts: DemoAccount[] };
    const found = accounts.find((account) => account.role === role);
    if (!found) throw new Error(`${slug} has no demo account of the role ${role}`);
    return found;
}

/** Signs in as a person does: by the button of the demo account; where no city is named, in the first. */
export async function signedIn(
    browser: Browser,
    role: Role,
    { city, ...how }: NonNullable<Parameters<typeof visit>[1]> & { city?: string } = {},
): Promise<Someone> {
    const slug = city ?? (await slugs())[0] ?? "";
    const account = await demoAccount(slug, role);
    const one = await visit(browser, how);
    await one.page.goto(`${base}/${slug}/sign-in?back=/account/sessions`);
    await one.page.getByRole("listitem").filter({ hasText: account.login }).getByRole("button").click();
    await one.page.getByRole("button", { name: /さんのメニュー$|^Menu of / }).waitFor();
    return asking(one, slug);
}

/** A browser in a municipality, and the questions its session may ask. */
export function asking(one: Visit, slug: string): Someone {
    const at = (path: string) => `${base}/${slug}${path}`;
    const request: Someone["request"] = (method, path, body) =>
        one.context.request.fetch(at(`/api${path}`), {
            method,
            data: body,
            headers: Buffer.isBuffer(body) ? { "content-type": "text/csv" } : {},
        });
    const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
        const answer = await request(method, path, body);
        if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
        return (await answer.json()) as T;
    };
    return { ...one, slug, at, ask, request };
}

/** A name as a screen may space it. */
export const like = (name: string, before = "", after = "") => new RegExp(before + name.replaceAll(/\s+/gu, "\\s+") + after);

/** The last day of the fiscal year. */
export const endOfYear = (today: string) => `${Number(today.slice(0, 4)) + (today.slice(5) > "03-31" ? 1 : 0)}-03-31`;

/** The page as it stands has no violation and nothing went wrong on the way; then the browser is closed. */
export async function everythingFine(one: Someone) {
    // React Aria announces a waiting button by its id and forgets after seven seconds, also when the button has gone with its form.
    await one.page.locator("[data-live-announcer] [role=img]").first().waitFor({ state: "detached" });
    expect(await violations(one.page)).toEqual([]);
    expect(one.takeFaults()).toEqual([]);
    await one.context.close();
}

/** Asks until the answer is the wanted one; the last answer when it never is. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, ms = 20_000): Promise<T> {
    for (const deadline = Date.now() + ms; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
        const answer = await ask();
        if (wanted(answer) || Date.now() > deadline) return answer;
    }
}
