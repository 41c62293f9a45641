import { expect, test } from "vitest";
import { most_entries, navigationFor } from "./navigation.ts";
import type { Me } from "./session.ts";

const person = (roles: string[], staff: number | null = 1) =>
    ({ roles: roles.map((role) => ({ role, unit: null, unit_name: "" })), staff, unit: staff }) as Me;
const everything = () => true;

test("nobody sees more than eight places, home first", () => {
    for (const role of [
        "staff",
        "section_head",
        "dx_leader",
        "adviser",
        "training_officer",
        "dx_office",
        "executive",
        "administrator",
        "unknown",
    ]) {
        const entries = navigationFor(person([role]), everything);
        expect(entries.length).toBeLessThanOrEqual(most_entries);
        expect(entries[0]?.place).toBe("home");
    }
});

test("a head with the staff role too gets the head's places", () => {
    const places = navigationFor(person(["staff", "section_head"]), everything).map(({ place }) => place);
    expect(places.slice(0, 4)).toEqual(["home", "unit", "me", "hiroba"]);
});

test("who is not in the roster has no page of their own", () => {
    const places = navigationFor(person(["staff"], null), everything).map(({ place }) => place);
    expect(places).not.toContain("me");
    expect(places).not.toContain("unit");
});

test("the plan and the place to ask stand in everybody's menu", () => {
    for (const role of [
        "staff",
        "section_head",
        "dx_leader",
        "adviser",
        "training_officer",
        "dx_office",
        "executive",
        "administrator",
    ]) {
        const places = navigationFor(person([role]), everything).map(({ place }) => place);
        expect(places).toContain("plan");
        expect(places).toContain("hiroba");
    }
});

test("who looks after the whole house finds its sections in the menu", () => {
    for (const role of ["administrator", "executive"])
        expect(navigationFor(person([role]), everything).map(({ place }) => place)).toContain("units");
});

test("training stands in the menu of everybody who goes to it or runs it", () => {
    for (const role of ["staff", "section_head", "dx_leader", "adviser", "training_officer", "dx_office", "executive"])
        expect(navigationFor(person([role]), everything).map(({ place }) => place)).toContain("training");
});
