// Somebody whom no other test knows: in the section of the demo's head, of the same kind as the demo's staff member.
import type { Browser } from "playwright-core";
import { visit } from "./browser.ts";
import { asking, type Someone, signedIn } from "./town.ts";

export interface Newcomer {
    id: number;
    staff_no: string;
    name: string;
}
interface Me {
    staff: number;
    unit: number;
    today: string;
}
interface Like {
    rows: { id: number; employment: string; occupation: string; rank: string }[];
}

let count = 0;

/** They have been there since the first day of the fiscal year. */
export async function newcomer(office: Someone, head: Someone, name: string): Promise<Newcomer> {
    const { staff, unit, today } = await head.ask<Me>("GET", "/me");
    const { rows } = await head.ask<Like>("GET", "/staff?size=200");
    const colleague = rows.findLast(({ id, rank }) => id !== staff && rank !== "");
    if (!colleague) throw new Error("nobody works for the head");
    count += 1;
    const { employment, occupation, rank } = colleague;
    const staff_no = `${Date.now().toString(36)}${count}`;
    const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
    return office.ask<Newcomer>("POST", "/staff", {
        staff_no,
        name: `${name} ${staff_no.slice(-5)}`,
        kana: "",
        joined_on: `${year}-04-01`,
        employment,
        occupation,
        unit,
        rank,
    });
}

/** The administrator makes the account, and its first sign-in chooses a password of its own. */
export async function firstSignIn(browser: Browser, who: Newcomer, city: string): Promise<Someone> {
    const [given, chosen] = ["yodogawa-no-hotori-51", "kisogawa-no-hotori-52"];
    const admin = await signedIn(browser, "administrator", { city });
    const roles = [{ role: "staff" }];
    await admin.ask("POST", "/accounts", {
        login: who.staff_no,
        display_name: who.name,
        staff: who.id,
        password: given,
        roles,
    });
    await admin.context.close();
    const one = asking(await visit(browser), city);
    await one.ask("POST", "/session", { login: who.staff_no, password: given });
    await one.ask("POST", "/me/password", { current: given, next: chosen });
    return one;
}
